package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.Command;
import dev.winslow.api.run.MigrationPreview;
import dev.winslow.api.run.RunView;
import dev.winslow.ui.shell.Confirmation;
import dev.winslow.ui.shell.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a person can do with a project in its state. */
final class RunControls {
    private RunControls() {}

    /** What decides which controls there are. */
    record Offer(UUID run, boolean ended, boolean paused, int version, Optional<Integer> newer) {
        static Offer of(RunView run, Optional<Integer> newer) {
            return new Offer(run.id(), run.state().isFinal(), run.paused(), run.pipelineVersion(), newer);
        }
    }

    static List<Component> of(ProjectDesk desk, Optional<RunView> latest, Command startAgain) {
        List<Component> controls = new ArrayList<>();
        latest.ifPresent(run -> {
            if (run.state().isFinal()) {
                controls.add(button(t("Run again"), VaadinIcon.PLAY, startAgain));
            } else {
                controls.addAll(ofOpen(desk, run));
            }
        });
        return controls;
    }

    private static List<Component> ofOpen(ProjectDesk desk, RunView run) {
        Button pauseOrResume = run.paused()
                ? button(t("Resume"), VaadinIcon.PLAY, () -> desk.runs().resume(run.id(), Map.of()))
                : button(t("Pause"), VaadinIcon.PAUSE, () -> desk.runs().pause(run.id(), Optional.empty()));
        pauseOrResume.setTooltipText(
                run.paused()
                        ? t("Stages are given to nodes again.")
                        : t("What runs goes on to its end; what follows it waits."));
        Button cancel =
                button(t("Cancel run"), VaadinIcon.STOP, () -> desk.runs().cancel(run.id(), "cancelled by a person"));
        cancel.setTooltipText(t("Stops what runs and ends this run. Its files stay."));
        cancel.addThemeVariants(ButtonVariant.ERROR);
        List<Component> controls = new ArrayList<>(List.of(pauseOrResume));
        desk.versions()
                .newer(run)
                .map(newer -> goOn(desk.versions(), run, newer))
                .ifPresent(controls::add);
        controls.add(cancel);
        return controls;
    }

    private static Button goOn(VersionDesk desk, RunView run, int newer) {
        return button(
                t("Go on with version {0} …", newer),
                VaadinIcon.ARROW_UP,
                () -> confirm(desk, run, newer, desk.preview(run, newer)));
    }

    private static void confirm(VersionDesk desk, RunView run, int newer, MigrationPreview preview) {
        ConfirmDialog dialog = Confirmation.of(
                t("From version {0} to version {1}", preview.from(), preview.to()),
                preview.possible() ? t("Go on") : t("Close"));
        dialog.setText(preview.sentence());
        dialog.setCancelable(preview.possible());
        if (preview.possible()) {
            dialog.addConfirmListener(confirmed -> Notices.attempt(() -> desk.migrate(run, newer)));
        }
        dialog.open();
    }

    private static Button button(String words, VaadinIcon icon, Command command) {
        return new Button(words, icon.create(), click -> Notices.attempt(command));
    }
}
