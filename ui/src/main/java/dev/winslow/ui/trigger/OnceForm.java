package dev.winslow.ui.trigger;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.ui.language.CalendarTexts;
import dev.winslow.ui.shell.FieldCheck;
import dev.winslow.ui.shell.Words;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** A trigger that fires once, at a time of the person's browser. */
final class OnceForm extends SourceForm {
    private final transient TriggerDesk desk;
    private final UUID project;
    private final transient Optional<TriggerSource.Once> before;
    private final DateTimePicker at = CalendarTexts.of(new DateTimePicker(t("On")));

    OnceForm(TriggerDesk desk, UUID project, Optional<TriggerSource.Once> before) {
        this.desk = desk;
        this.project = project;
        this.before = before;
        at.setDatePlaceholder(t("Day"));
        at.setTimePlaceholder(t("Time"));
        at.setRequiredIndicatorVisible(true);
        at.setHelperText(Words.zone().getId());
        before.map(once -> LocalDateTime.ofInstant(once.at(), Words.zone())).ifPresent(at::setValue);
        add(at);
    }

    @Override
    Optional<TriggerSource> read() {
        if (!FieldCheck.holds(at, !at.isEmpty(), t("Choose a day and a time to come."))) {
            return Optional.empty();
        }
        TriggerSource.Once once =
                new TriggerSource.Once(project, read(at.getValue(), before.map(TriggerSource.Once::at), Words.zone()));
        boolean fits = before.equals(Optional.of(once)) || FieldCheck.passes(at, () -> desk.upcoming(once));
        return fits ? Optional.of(once) : Optional.empty();
    }

    /** Autumn has an hour twice, and the field shows both alike: what still stands there as it was shown stays the time that it was. */
    static Instant read(LocalDateTime shown, Optional<Instant> before, ZoneId zone) {
        return before.filter(instant -> LocalDateTime.ofInstant(instant, zone)
                        .truncatedTo(ChronoUnit.MILLIS)
                        .equals(shown.truncatedTo(ChronoUnit.MILLIS)))
                .orElseGet(() -> shown.atZone(zone).toInstant());
    }
}
