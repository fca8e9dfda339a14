package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.Map;

/** How the list shows projects: as a table or as cards, and put together by what. */
final class ListLayout extends Div {
    private static final String VIEW = "view";
    private static final String CARDS = "cards";
    private static final String GROUP = "group";

    private final transient Command changed;
    private final Select<Grouping> grouping = new Select<>();
    private final Button table = new Button(VaadinIcon.TABLE.create(), click -> choose(false));
    private final Button cards = new Button(VaadinIcon.GRID_BIG.create(), click -> choose(true));
    private boolean asCards;

    ListLayout(Command changed) {
        this.changed = changed;
        addClassName("winslow-layout");
        grouping.setItems(Grouping.values());
        grouping.setItemLabelGenerator(Grouping::words);
        grouping.setValue(Grouping.NONE);
        grouping.setAriaLabel(t("Put together by"));
        grouping.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.execute();
            }
        });
        name(table, t("As a table"));
        name(cards, t("As cards"));
        add(grouping, table, cards);
        mark();
    }

    private static void name(Button button, String words) {
        button.setAriaLabel(words);
        button.setTooltipText(words);
        button.addThemeVariants(ButtonVariant.TERTIARY);
    }

    Grouping grouping() {
        return grouping.getValue();
    }

    boolean asCards() {
        return asCards;
    }

    void take(QueryParameters asked) {
        asCards = asked.getSingleParameter(VIEW).filter(CARDS::equals).isPresent();
        grouping.setValue(
                asked.getSingleParameter(GROUP).flatMap(Grouping::named).orElse(Grouping.NONE));
        mark();
    }

    /** Adds to the address what differs from the usual. */
    void ask(Map<String, List<String>> asked) {
        if (asCards) {
            asked.put(VIEW, List.of(CARDS));
        }
        if (grouping() != Grouping.NONE) {
            asked.put(GROUP, List.of(grouping().key()));
        }
    }

    private void choose(boolean wanted) {
        asCards = wanted;
        mark();
        changed.execute();
    }

    private void mark() {
        table.getElement().setAttribute("aria-pressed", String.valueOf(!asCards));
        cards.getElement().setAttribute("aria-pressed", String.valueOf(asCards));
    }
}
