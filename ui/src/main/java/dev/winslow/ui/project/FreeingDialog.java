package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.winslow.api.project.CleanUp;
import dev.winslow.api.project.CleanUpReport;
import dev.winslow.api.project.StepUsage;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** By which rules attempts give up their files; what would go is said while one chooses. */
final class FreeingDialog extends Dialog {
    private static final int KEPT = 1;

    private final transient FilesDesk desk;
    private final UUID project;
    private final transient Function<List<StepUsage>, Component> rows;
    private final Checkbox failed = new Checkbox(t("What failed, was aborted or lost"), true);
    private final Checkbox discardable = new Checkbox(t("Stages that their pipeline calls discardable"));
    private final Checkbox earlier = new Checkbox(t("Earlier attempts of each stage"));
    private final IntegerField keep = new IntegerField(t("Attempts of each stage that stay"));
    private final Div would = new Div();
    private final Button free = new Button(t("Free"));

    FreeingDialog(
            FilesDesk desk, UUID project, Function<List<StepUsage>, Component> rows, Consumer<CleanUpReport> done) {
        this.desk = desk;
        this.project = project;
        this.rows = rows;
        setHeaderTitle(t("Free some of the storage"));
        setWidth("min(560px, 94vw)");
        Paragraph about = new Paragraph(
                t(
                        "The files of attempts go, their logs and history stay. What a run on its way needs, and the newest result of each stage, stays in any case. This cannot be undone."));
        about.addClassName("winslow-secondary");
        keep.setMin(1);
        keep.setValue(KEPT);
        keep.setStepButtonsVisible(true);
        keep.setValueChangeMode(ValueChangeMode.LAZY);
        keep.setVisible(false);
        List.of(failed, discardable, earlier).forEach(rule -> rule.addValueChangeListener(change -> look()));
        keep.addValueChangeListener(change -> look());
        would.addClassName("winslow-storage");
        would.getElement().setAttribute("aria-live", "polite");
        Div form = new Div(about, failed, discardable, earlier, keep, would);
        form.addClassName("winslow-form");
        add(form);
        free.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        free.addClickListener(click -> Notices.attempt(() -> {
            done.accept(desk.free(project, rule(false)));
            close();
        }));
        getFooter().add(new Button(t("Cancel"), click -> close()), free);
        look();
    }

    private void look() {
        keep.setVisible(earlier.getValue());
        would.removeAll();
        free.setEnabled(false);
        boolean any = failed.getValue() || discardable.getValue() || earlier.getValue();
        if (!any) {
            would.add(new Paragraph(t("Choose at least one.")));
        } else if (!earlier.getValue() || (!keep.isInvalid() && !keep.isEmpty())) {
            Notices.attempt(() -> show(desk.free(project, rule(true))));
        }
    }

    private void show(CleanUpReport report) {
        free.setEnabled(report.files() > 0);
        if (report.files() == 0) {
            would.add(new Paragraph(t("Nothing would go by that.")));
        } else {
            would.add(
                    new Paragraph(t(
                            "{0} would be free, with {1}:",
                            Words.size(report.bytes()), count(report.files(), "1 file", "{0} files"))),
                    rows.apply(report.steps()));
        }
    }

    private CleanUp rule(boolean dryRun) {
        Optional<Integer> last = keep.getOptionalValue().filter(kept -> earlier.getValue());
        return new CleanUp(last, failed.getValue(), discardable.getValue(), dryRun);
    }
}
