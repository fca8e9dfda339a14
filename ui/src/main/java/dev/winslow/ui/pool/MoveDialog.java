package dev.winslow.ui.pool;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.artifact.FileView;
import dev.winslow.ui.shell.Notices;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives a file of the pool another folder or another name. */
final class MoveDialog extends Dialog {
    MoveDialog(PoolDesk desk, FileView file, Consumer<FileView> moved) {
        setHeaderTitle(t("Move or rename {0}", file.path()));
        setWidth("min(480px, 94vw)");
        ComboBox<String> folder = new ComboBox<>(t("Folder"));
        folder.setItems(PoolFolder.all(desk.files()));
        folder.setAllowCustomValue(true);
        folder.addCustomValueSetListener(
                typed -> folder.setValue(PoolFolder.typed(typed.getDetail()).path()));
        folder.setPlaceholder(t("None, or such as bridge/2026"));
        folder.setClearButtonVisible(true);
        folder.setWidthFull();
        String before = PoolFolder.of(file).path();
        if (!before.isEmpty()) {
            folder.setValue(before);
        }
        TextField name = new TextField(t("Name"));
        name.setValue(PoolFolder.name(file));
        name.setWidthFull();
        name.setAutofocus(true);
        Button move = new Button(t("Move"), click -> {
            String into = new PoolFolder(folder.getOptionalValue().orElse("")).path();
            String path = (into.isEmpty() ? "" : into + "/") + named(file, name.getValue());
            Optional<FileView> there = Notices.ask(() -> desk.move(file, path));
            there.ifPresent(done -> {
                Notices.done(t("{0} is now {1}.", file.path(), done.path()));
                close();
                moved.accept(done);
            });
        });
        move.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(new Paragraph(t("Projects that have it keep the name that it had.")), folder, name);
        form.addClassName("winslow-form");
        add(form);
        getFooter().add(new Button(t("Cancel"), click -> close()), move);
    }

    /** Around a name that is typed blanks are a slip; in one that is left as it was they are part of it. */
    private static String named(FileView file, String words) {
        return words.equals(PoolFolder.name(file)) ? words : words.strip();
    }
}
