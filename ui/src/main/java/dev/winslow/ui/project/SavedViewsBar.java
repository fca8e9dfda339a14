package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.engine.account.SavedViews;
import dev.winslow.engine.account.SavedViews.SavedView;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.Notices;
import java.util.List;
import java.util.function.Supplier;

/** The views of the list that a person keeps: one click leads back to a filter, its groups and its layout. */
final class SavedViewsBar extends UnorderedList {
    private final transient SavedViews views;
    private final transient Supplier<String> current;
    private final String me = Person.name();

    /** @param current the query of the address that shows what is shown now */
    SavedViewsBar(SavedViews views, Supplier<String> current) {
        this.views = views;
        this.current = current;
        addClassName("winslow-saved-views");
        getElement().setAttribute("aria-label", t("Kept views"));
        draw();
    }

    private void draw() {
        removeAll();
        List<SavedView> kept = views.of(me);
        kept.forEach(view -> add(chip(view)));
        Button keep = new Button(t("Keep this view"), VaadinIcon.BOOKMARK_O.create(), click -> ask());
        keep.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(new ListItem(keep));
    }

    private ListItem chip(SavedView view) {
        Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
            views.remove(me, view.name());
            draw();
        });
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.setAriaLabel(t("Forget the view {0}", view.name()));
        ListItem chip =
                new ListItem(new Anchor(view.query().isEmpty() ? "." : "?" + view.query(), view.name()), remove);
        chip.addClassName("winslow-saved-view");
        return chip;
    }

    private void ask() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(t("Keep this view"));
        TextField name = new TextField(t("Name"));
        name.setAutofocus(true);
        name.setMaxLength(100);
        name.setWidthFull();
        name.setHelperText(
                t("Filter, groups and layout are kept with your account; one of the same name is replaced."));
        dialog.add(name);
        Button save = new Button(t("Save"), click -> {
            if (Notices.attempt(() -> views.keep(me, name.getValue(), current.get()))) {
                dialog.close();
                draw();
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        dialog.getFooter().add(new Button(t("Cancel"), click -> dialog.close()), save);
        dialog.open();
    }
}
