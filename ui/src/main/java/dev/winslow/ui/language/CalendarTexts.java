package dev.winslow.ui.language;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.text.DateFormatSymbols;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words of a calendar, in the person's language. */
public final class CalendarTexts {
    private CalendarTexts() {}

    public static DateTimePicker of(DateTimePicker picker) {
        Locale locale = Language.currentLocale();
        DateFormatSymbols names = DateFormatSymbols.getInstance(locale);
        picker.setLocale(locale);
        picker.setDateAriaLabel(t("Day"));
        picker.setTimeAriaLabel(t("Time"));
        picker.setDatePickerI18n(new DatePickerI18n()
                .setMonthNames(List.of(Arrays.copyOf(names.getMonths(), 12)))
                .setWeekdays(days(names.getWeekdays()))
                .setWeekdaysShort(days(names.getShortWeekdays()))
                .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7)
                .setToday(t("Today"))
                .setCancel(t("Cancel")));
        return picker;
    }

    /** From Sunday on, which the JDK counts as 1. */
    private static List<String> days(String... names) {
        return List.of(Arrays.copyOfRange(names, 1, 8));
    }
}
