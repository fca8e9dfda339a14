package dev.winslow.ui.artifact;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.winslow.api.artifact.FileView;
import java.util.List;

/** Pictures where there is room for one: that one large, all of them small to choose it by. */
public final class Charts extends Div {
    private final Anchor whole = new Anchor();
    private final Div choice = new Div();
    private final OutputLabels labels;

    /** @param files of which those are shown that are pictures */
    public Charts(List<FileView> files, OutputLabels labels) {
        this.labels = labels;
        addClassNames("winslow-panel", "winslow-charts");
        whole.setTarget("_blank");
        whole.setRouterIgnore(true);
        choice.addClassName("winslow-charts-choice");
        choice.getElement().setAttribute("role", "group").setAttribute("aria-label", t("Charts"));
        List<FileView> pictures = files.stream().filter(Results::isPicture).toList();
        pictures.forEach(picture -> choice.add(small(picture)));
        choice.setVisible(pictures.size() > 1);
        add(new H2(t("Charts")), whole, choice);
        pictures.stream().findFirst().ifPresent(this::show);
        setVisible(!pictures.isEmpty());
    }

    private NativeButton small(FileView picture) {
        NativeButton button = new NativeButton();
        button.add(new Image(FileAddress.of(picture), ""));
        button.setAriaLabel(Results.title(picture, labels));
        button.setTitle(Results.title(picture, labels));
        button.setId(id(picture));
        button.addClickListener(click -> show(picture));
        return button;
    }

    private void show(FileView picture) {
        whole.removeAll();
        whole.setHref(FileAddress.of(picture));
        whole.add(new Image(FileAddress.of(picture), ""), new Span(Results.title(picture, labels)));
        choice.getChildren()
                .forEach(small -> small.getElement()
                        .setAttribute(
                                "aria-pressed",
                                String.valueOf(small.getId()
                                        .filter(id(picture)::equals)
                                        .isPresent())));
    }

    private static String id(FileView picture) {
        return "chart-" + picture.id();
    }
}
