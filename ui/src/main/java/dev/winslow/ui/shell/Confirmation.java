package dev.winslow.ui.shell;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.server.Command;

/** Dialogs that ask before something is done, and that one can leave. */
public final class Confirmation {
    private Confirmation() {}

    /** With room for more than words; what the answer does is added to it. */
    public static ConfirmDialog of(String title, String confirm) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(title);
        dialog.setConfirmText(confirm);
        dialog.setCancelable(true);
        dialog.setCancelText(t("Cancel"));
        return dialog;
    }

    /** Of something that cannot be undone. */
    public static ConfirmDialog ofLoss(String title, String about, String confirm, Command act) {
        ConfirmDialog dialog = of(title, confirm);
        dialog.setText(about);
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirmed -> act.execute());
        return dialog;
    }
}
