package dev.winslow.ui.shell;

import static dev.winslow.ui.language.Texts.later;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import java.util.Map;
import java.util.Optional;

/** Where a page lies below the pages of the menu; those themselves need none. */
final class Breadcrumbs extends Nav {
    private static final Page PROJECTS = new Page(".", later("Projects"));
    private static final Page INBOX = new Page(Navigation.INBOX, later("Inbox"));
    private static final Page PIPELINES = new Page(Navigation.PIPELINES, later("Pipelines"));

    private static final Map<String, Page> ABOVE = Map.of(
            Navigation.PROJECT,
            PROJECTS,
            Navigation.LINEAGE,
            PROJECTS,
            Navigation.TASK,
            INBOX,
            Navigation.PIPELINES,
            PIPELINES,
            "modeller",
            PIPELINES,
            "pipeline-import",
            PIPELINES);

    private record Page(String address, String name) {}

    private final OrderedList list = new OrderedList();

    Breadcrumbs() {
        addClassName("winslow-crumbs");
        getElement().setAttribute("aria-label", t("Where this page is"));
        add(list);
    }

    /** The title is the page's, with its state and the product's name behind. */
    void show(String path, String title) {
        list.removeAll();
        Optional<Page> above = Optional.ofNullable(ABOVE.get(path.split("/", 2)[0]))
                .filter(page -> !page.address().equals(path));
        setVisible(above.isPresent());
        above.ifPresent(page -> {
            ListItem here = new ListItem(title.replaceFirst(" – Winslow$", "").replaceFirst(" \\([^()]+\\)$", ""));
            here.getElement().setAttribute("aria-current", "page");
            list.add(new ListItem(new Anchor(page.address(), t(page.name()))), here);
        });
    }
}
