package dev.winslow.ui.shell;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;

/** Shows a secret for the only time. */
public final class SecretDialog extends Dialog {
    public SecretDialog(String title, String what, String advice, String secret) {
        setHeaderTitle(title);
        setWidth("min(560px, 94vw)");
        setCloseOnOutsideClick(false);
        TextField field = new TextField(what);
        field.setValue(secret);
        field.setReadOnly(true);
        field.setWidthFull();
        field.addClassName("winslow-secret");
        Button copy = new Button(t("Copy"), VaadinIcon.COPY_O.create(), click -> copy(secret, field));
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.setAutofocus(true);
        Paragraph words = new Paragraph(advice);
        Paragraph once = new Paragraph(t("It is shown only now."));
        once.addClassName("winslow-secondary");
        Div form = new Div(words, field, once);
        form.addClassName("winslow-form");
        add(form);
        getFooter().add(new Button(t("Done"), click -> close()), copy);
    }

    /** Browsers let pages write to the clipboard over HTTPS and from this machine only. */
    private static void copy(String secret, TextField field) {
        field.getElement().executeJs("""
                        if (!navigator.clipboard) { this.inputElement.select(); return document.execCommand('copy'); }
                        return navigator.clipboard.writeText($0).then(() => true, () => false)
                        """, secret).then(Boolean.class, done -> {
            if (done) {
                Notices.done(t("Copied."));
            } else {
                Notices.refused(t("The browser did not allow it: select the text and copy it yourself."));
            }
        });
    }
}
