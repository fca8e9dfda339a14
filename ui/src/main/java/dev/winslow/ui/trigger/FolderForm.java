package dev.winslow.ui.trigger;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.trigger.ProjectTemplate;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.ui.language.ComponentTexts;
import dev.winslow.ui.shell.FieldCheck;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A trigger that makes a project of each film that arrives in a folder of the pool. */
final class FolderForm extends SourceForm {
    private static final String SUCH_AS = "incoming";
    private static final String ALL_OF_A_KIND = "*.mp4";

    private final transient TriggerDesk desk;
    private final TextField folder = new TextField(t("Folder of the pool"));
    private final TextField files = new TextField(t("Only files named"));
    private final Select<PipelineVersion> pipeline = new Select<>();
    private final TextField name = new TextField(t("Name of the project"));
    private final MultiSelectComboBox<String> tags = ComponentTexts.of(new MultiSelectComboBox<>(t("Tags")));

    FolderForm(TriggerDesk desk, Optional<TriggerSource.Folder> before) {
        this.desk = desk;
        folder.setRequiredIndicatorVisible(true);
        folder.setPlaceholder(SUCH_AS);
        files.setPlaceholder(ALL_OF_A_KIND);
        files.setHelperText(t("A pattern; leave it empty for all usual films."));
        pipeline.setLabel(t("Pipeline"));
        pipeline.setItemLabelGenerator(PipelineVersion::name);
        List<PipelineVersion> usable = desk.pipelines();
        pipeline.setItems(usable);
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(t("{file} stands for the film's name, {date} for the day of its arrival."));
        name.setValue("{file}");
        tags.setAllowCustomValue(true);
        tags.setPlaceholder(t("Type to add one"));
        tags.addCustomValueSetListener(typed -> addTag(typed.getDetail().strip()));
        before.ifPresent(this::fill);
        usable.stream()
                .filter(version -> before.isEmpty()
                        || version.key().equals(before.get().project().pipelineKey()))
                .findFirst()
                .ifPresent(pipeline::setValue);
        add(folder, files, pipeline, name, tags);
    }

    private void fill(TriggerSource.Folder before) {
        folder.setValue(before.folder());
        before.files().ifPresent(files::setValue);
        name.setValue(before.project().name());
        tags.setItems(before.project().tags());
        tags.setValue(before.project().tags());
    }

    private void addTag(String tag) {
        Set<String> chosen = new LinkedHashSet<>(tags.getValue());
        chosen.add(tag);
        tags.setItems(chosen);
        tags.setValue(chosen);
    }

    /** One thing after the other, so that what is wrong is told where it stands. */
    @Override
    Optional<TriggerSource> read() {
        boolean chosen = FieldCheck.holds(pipeline, !pipeline.isEmpty(), t("Choose a pipeline."));
        boolean named = FieldCheck.holds(
                name, !name.getValue().isBlank(), t("Give the projects a name, such as \"Bridge {date}, {file}\"."));
        boolean placed = FieldCheck.holds(
                folder, !folder.getValue().isBlank(), t("Name a folder of the pool, such as incoming."));
        if (!chosen || !named || !placed) {
            return Optional.empty();
        }
        TriggerSource whole = source(pattern(), name.getValue().strip());
        boolean fits = FieldCheck.passes(folder, () -> desk.upcoming(source(Optional.empty(), "{file}")))
                && FieldCheck.passes(files, () -> desk.upcoming(source(pattern(), "{file}")))
                && FieldCheck.passes(name, () -> desk.upcoming(whole));
        return fits ? Optional.of(whole) : Optional.empty();
    }

    private Optional<String> pattern() {
        return Optional.of(files.getValue().strip()).filter(typed -> !typed.isEmpty());
    }

    private TriggerSource source(Optional<String> pattern, String called) {
        return new TriggerSource.Folder(
                folder.getValue().strip(),
                pattern,
                new ProjectTemplate(called, pipeline.getValue().key(), new ArrayList<>(tags.getValue())));
    }
}
