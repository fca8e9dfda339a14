package dev.winslow.ui.node;

import static dev.winslow.ui.language.Texts.later;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.winslow.engine.security.Permission;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Offers;
import dev.winslow.ui.shell.Pages;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The machines that take stages, how busy they are, and what waits for them. */
@Route(Navigation.NODES)
@PermitAll
@StyleSheet("winslow-nodes.css")
public class NodesView extends Main implements HasDynamicTitle {
    private final transient NodeDesk desk;
    private final Select<Span> span = new Select<>();
    private final Div cards = new Div();
    private final QueuePanel queue = new QueuePanel();
    private final Map<UUID, NodeCard> shown = new HashMap<>();

    NodesView(NodeDesk desk, LiveUpdates live) {
        this.desk = desk;
        addClassName("winslow-page");
        cards.addClassNames("winslow-cards", "winslow-nodes");
        span.setItems(Span.values());
        span.setItemLabelGenerator(Span::words);
        span.setAriaLabel(t("Time that the curves show"));
        span.setValue(Span.LIVE);
        span.addValueChangeListener(change -> shown.values().forEach(card -> card.show(change.getValue())));
        add(Pages.head(t("Nodes"), actions()), cards, queue);
        live.every(Duration.ofSeconds(2), this, this::refresh);
        refresh();
    }

    private Component[] actions() {
        return Stream.concat(Stream.of(Offers.only(Permission.OPERATE_NODES)), Stream.of(span))
                .toArray(Component[]::new);
    }

    private void refresh() {
        List<NodeDesk.Busy> all = desk.nodes();
        queue.show(desk.queue());
        Set<UUID> ids = all.stream().map(busy -> busy.node().id()).collect(Collectors.toSet());
        boolean others = !ids.equals(shown.keySet());
        shown.keySet().retainAll(ids);
        all.forEach(busy -> shown.computeIfAbsent(
                        busy.node().id(), id -> new NodeCard(desk, span.getValue(), this::refresh))
                .show(busy));
        if (others || all.isEmpty()) {
            cards.removeAll();
            all.forEach(busy ->
                    cards.add(Objects.requireNonNull(shown.get(busy.node().id()))));
        }
        if (all.isEmpty()) {
            cards.add(Pages.empty(
                    t("No node has joined"),
                    t("Start a worker on a machine: ./winslow worker --join ADDRESS --token-file enrolment.token")));
        }
    }

    @Override
    public String getPageTitle() {
        return t("Nodes") + " – Winslow";
    }

    /** How much of the past the curves show. */
    enum Span {
        LIVE(later("Last 5 minutes"), Duration.ofMinutes(5)),
        HOUR(later("Last hour"), Duration.ofHours(1)),
        DAY(later("Last day"), Duration.ofDays(1)),
        WEEK(later("Last 7 days"), Duration.ofDays(7)),
        MONTH(later("Last 31 days"), Duration.ofDays(31));

        private final String words;
        private final Duration length;

        Span(String words, Duration length) {
            this.words = words;
            this.length = length;
        }

        String words() {
            return t(words);
        }

        Duration length() {
            return length;
        }
    }
}
