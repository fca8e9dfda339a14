package dev.winslow.ui.node;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.winslow.api.node.NodeView;
import dev.winslow.api.stage.Gpu;
import dev.winslow.engine.node.NodeService;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.StateBadge;
import dev.winslow.ui.shell.Words;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/** The machines that take stages. */
@Route(Navigation.NODES)
@PageTitle("Nodes – Winslow")
@PermitAll
public class NodesView extends Main {
    private final transient NodeService nodes;
    private final Div cards = new Div();

    NodesView(NodeService nodes, LiveUpdates live) {
        this.nodes = nodes;
        addClassName("winslow-page");
        cards.addClassName("winslow-cards");
        add(Pages.head("Nodes"), cards);
        live.every(Duration.ofSeconds(2), this, this::refresh);
        refresh();
    }

    private void refresh() {
        List<NodeView> all = nodes.list();
        cards.removeAll();
        if (all.isEmpty()) {
            cards.add(Pages.empty(
                    "No node has joined",
                    "Start a worker on a machine: ./winslow worker --join ADDRESS --token-file enrolment.token"));
        }
        all.forEach(node -> cards.add(card(node)));
    }

    private static Div card(NodeView node) {
        Div card = Pages.panel(new H2(node.name()), new StateBadge(node.state()));
        addFact(card, "Cores", String.valueOf(node.capabilities().cores()));
        addFact(card, "Memory", Words.size(node.capabilities().memoryBytes()));
        for (Gpu gpu : node.capabilities().gpus()) {
            addFact(card, "GPU " + gpu.index(), gpu.name() + ", " + Words.size(gpu.memoryBytes()));
        }
        addFact(
                card,
                "Tags",
                String.join(", ", new TreeSet<>(node.capabilities().tags())));
        addFact(card, "Runs", node.attempts().size() + " stages");
        addFact(card, "Last seen", Words.time(node.lastSeen()));
        addFact(card, "Agent", node.agentVersion());
        return card;
    }

    private static void addFact(Div card, String name, String value) {
        Div fact = new Div(new Span(name), new Span(value));
        fact.addClassName("winslow-fact");
        card.add(fact);
    }
}
