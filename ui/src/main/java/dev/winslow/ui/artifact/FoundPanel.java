package dev.winslow.ui.artifact;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.winslow.api.artifact.FoundFile;
import dev.winslow.ui.shell.Words;
import java.util.List;

/** What was put into a bucket by an S3 client and is no file here yet, each with the reason; nothing where there is none. */
public final class FoundPanel extends Div {
    private final UnorderedList list = new UnorderedList();
    private transient List<FoundFile> shown = List.of();

    public FoundPanel() {
        addClassName("winslow-panel");
        getElement().setAttribute("role", "region").setAttribute("aria-label", t("Found in the storage"));
        list.addClassNames("winslow-list", "winslow-found");
        add(
                new H2(t("Found in the storage")),
                new Paragraph(
                        t("Somebody has put this into the bucket by an S3 client. It is not among the files yet.")),
                list);
        setVisible(false);
    }

    public void show(List<FoundFile> found) {
        setVisible(!found.isEmpty());
        if (!found.equals(shown)) {
            shown = found;
            list.removeAll();
            found.forEach(file -> list.add(item(file)));
        }
    }

    private static ListItem item(FoundFile file) {
        Span size = new Span(Words.size(file.size()));
        size.addClassName("winslow-figure");
        Span state = new Span(file.problem().orElseGet(() -> t("It is being taken over.")));
        state.addClassName(file.problem().isPresent() ? "winslow-reason" : "winslow-secondary");
        return new ListItem(new Span(file.key()), size, state);
    }
}
