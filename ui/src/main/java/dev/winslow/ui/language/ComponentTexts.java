package dev.winslow.ui.language;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import java.text.DateFormatSymbols;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words that components bring along, in the person's language. */
public final class ComponentTexts {
    private ComponentTexts() {}

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

    public static <T> MultiSelectComboBox<T> of(MultiSelectComboBox<T> box) {
        box.setI18n(new MultiSelectComboBoxI18n()
                .setCleared(t("Nothing is chosen any more"))
                .setFocused(t("Chosen. Backspace takes it away"))
                .setSelected(t("chosen"))
                .setDeselected(t("taken away"))
                .setTotal(t("{count} chosen")));
        return box;
    }

    public static PasswordField of(PasswordField field) {
        field.getElement().setPropertyMap("i18n", Map.of("reveal", t("Show the password")));
        return field;
    }

    public static Upload of(Upload upload) {
        UploadI18N words = new UploadI18N();
        words.setDropFiles(
                new UploadI18N.DropFiles().setOne(t("Drop a file here")).setMany(t("Drop files here")));
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(t("One file at a time."))
                .setFileIsTooBig(t("The file is too large."))
                .setIncorrectFileType(t("This kind of file cannot be read here.")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(t("Connecting …"))
                        .setStalled(t("Stands still"))
                        .setProcessing(t("Is read …"))
                        .setHeld(t("Waits")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(t("time left: "))
                        .setUnknown(t("time left is not known")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(t("The server does not answer. Try again later."))
                        .setUnexpectedServerError(t("The server could not take the file."))
                        .setForbidden(t("This is not allowed."))));
        words.setFile(new UploadI18N.File()
                .setRetry(t("Try again"))
                .setStart(t("Start"))
                .setRemove(t("Remove")));
        upload.setI18n(words);
        return upload;
    }

    /** From Sunday on, which the JDK counts as 1. */
    private static List<String> days(String... names) {
        return List.of(Arrays.copyOfRange(names, 1, 8));
    }
}
