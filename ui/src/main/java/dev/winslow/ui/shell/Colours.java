package dev.winslow.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.component.page.WebStorage;

/** Light or dark: as the person's system has it, until the person chooses otherwise in this browser. */
final class Colours {
    private static final String CHOICE = "winslow-colours";

    private Colours() {}

    /** What the person chose here before. */
    static void recall(UI ui) {
        WebStorage.getItem(ui, WebStorage.Storage.LOCAL_STORAGE, CHOICE, chosen -> {
            if (chosen != null) {
                ui.getPage().setColorScheme(ColorScheme.Value.fromString(chosen));
            }
        });
    }

    static void change(UI ui) {
        ui.getPage()
                .executeJs("return window.matchMedia('(prefers-color-scheme: dark)').matches")
                .then(Boolean.class, systemIsDark -> choose(ui, isDark(ui.getPage(), systemIsDark)));
    }

    private static boolean isDark(Page page, boolean systemIsDark) {
        return switch (page.getColorScheme()) {
            case DARK -> true;
            case LIGHT -> false;
            default -> systemIsDark;
        };
    }

    private static void choose(UI ui, boolean wasDark) {
        ColorScheme.Value chosen = wasDark ? ColorScheme.Value.LIGHT : ColorScheme.Value.DARK;
        ui.getPage().setColorScheme(chosen);
        WebStorage.setItem(ui, WebStorage.Storage.LOCAL_STORAGE, CHOICE, chosen.getValue());
    }
}
