package dev.winslow.ui.trigger;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.ui.language.Language;
import dev.winslow.ui.shell.FieldCheck;
import dev.winslow.ui.shell.Words;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** A trigger that fires again and again; its next times are shown while they are chosen. */
final class CronForm extends SourceForm {
    private final transient TriggerDesk desk;
    private final UUID project;
    private final Select<Often> often = new Select<>();
    private final Select<DayOfWeek> day = new Select<>();
    private final TimePicker at = new TimePicker(t("At"));
    private final TextField cron = new TextField(t("Cron expression"));
    private final ComboBox<String> zone = new ComboBox<>(t("Time zone"));
    private final Paragraph preview = new Paragraph();

    private enum Often {
        DAILY,
        WORKDAYS,
        WEEKLY,
        HOURLY,
        OTHER
    }

    CronForm(TriggerDesk desk, UUID project, Optional<TriggerSource.Cron> before) {
        this.desk = desk;
        this.project = project;
        often.setLabel(t("How often"));
        often.setItems(Often.values());
        often.setItemLabelGenerator(CronForm::words);
        day.setLabel(t("Day of the week"));
        day.setItems(DayOfWeek.values());
        day.setItemLabelGenerator(TriggerWords::name);
        at.setLocale(Language.currentLocale());
        cron.setHelperText(t("Minute, hour, day of the month, month and day of the week, such as 30 6 * * MON-FRI"));
        cron.setValueChangeMode(ValueChangeMode.LAZY);
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        preview.addClassName("winslow-secondary");
        preview.getElement().setAttribute("role", "status");
        zone.setValue(before.map(TriggerSource.Cron::zone)
                .orElseGet(() -> Words.zone().getId()));
        fill(before.map(TriggerSource.Cron::cron)
                .map(Rhythm::of)
                .orElseGet(() -> new Rhythm.Daily(LocalTime.of(6, 0))));
        offer();
        often.addValueChangeListener(change -> offer());
        day.addValueChangeListener(change -> preview());
        at.addValueChangeListener(change -> preview());
        cron.addValueChangeListener(change -> preview());
        zone.addValueChangeListener(change -> preview());
        add(often, day, at, cron, zone, preview);
    }

    private void fill(Rhythm rhythm) {
        day.setValue(DayOfWeek.MONDAY);
        at.setValue(LocalTime.of(6, 0));
        cron.setValue(rhythm.cron());
        switch (rhythm) {
            case Rhythm.Daily daily -> fill(Often.DAILY, daily.at());
            case Rhythm.Workdays workdays -> fill(Often.WORKDAYS, workdays.at());
            case Rhythm.Weekly weekly -> {
                fill(Often.WEEKLY, weekly.at());
                day.setValue(weekly.day());
            }
            case Rhythm.Hourly hourly -> fill(Often.HOURLY, LocalTime.of(0, hourly.minute()));
            case Rhythm.Other other -> often.setValue(Often.OTHER);
        }
    }

    private void fill(Often how, LocalTime time) {
        often.setValue(how);
        at.setValue(time);
    }

    private void offer() {
        Often how = often.getValue();
        day.setVisible(how == Often.WEEKLY);
        at.setVisible(how != Often.OTHER);
        at.setHelperText(how == Often.HOURLY ? t("Only the minutes count.") : "");
        cron.setVisible(how == Often.OTHER);
        preview();
    }

    /** While nothing is complete, nothing is said. */
    private void preview() {
        preview.setText(read().map(desk::upcoming).map(TriggerWords::next).orElse(""));
    }

    @Override
    Optional<TriggerSource> read() {
        boolean other = often.getValue() == Often.OTHER;
        boolean timed = FieldCheck.holds(at, other || !at.isEmpty(), t("Choose a time."));
        boolean placed = FieldCheck.holds(zone, !zone.isEmpty(), t("Choose a time zone."));
        if (!timed || !placed) {
            return Optional.empty();
        }
        TriggerSource.Cron source =
                new TriggerSource.Cron(project, other ? cron.getValue().strip() : rhythm().cron(), zone.getValue());
        return FieldCheck.passes(cron, () -> desk.upcoming(source)) ? Optional.of(source) : Optional.empty();
    }

    private Rhythm rhythm() {
        LocalTime time = at.getValue();
        return switch (often.getValue()) {
            case DAILY -> new Rhythm.Daily(time);
            case WORKDAYS -> new Rhythm.Workdays(time);
            case WEEKLY -> new Rhythm.Weekly(day.getValue(), time);
            case HOURLY -> new Rhythm.Hourly(time.getMinute());
            case OTHER -> new Rhythm.Other(cron.getValue());
        };
    }

    private static String words(Often often) {
        return switch (often) {
            case DAILY -> t("Every day");
            case WORKDAYS -> t("Monday to Friday");
            case WEEKLY -> t("Every week");
            case HOURLY -> t("Every hour");
            case OTHER -> t("By a cron expression");
        };
    }
}
