package dev.winslow.ui.shell;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.winslow.engine.run.RunService;
import dev.winslow.ui.language.LanguageSwitch;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Search over everything, and all that can be done, on every page. */
@Tag("winslow-palette")
@JsModule("./palette.ts")
final class Palette extends Component {
    private final transient RunService runs;
    private final transient AuthenticationContext sessions;

    Palette(RunService runs, AuthenticationContext sessions) {
        this.runs = runs;
        this.sessions = sessions;
        getElement().setPropertyList("actions", PaletteActions.everywhere());
    }

    /** Does what the page cannot do by itself. */
    @ClientCallable
    void act(String id) {
        String[] parts = id.split(":", 2);
        switch (parts[0]) {
            case PaletteActions.COLOURS -> Colours.change(UI.getCurrent());
            case PaletteActions.LANGUAGE -> LanguageSwitch.change();
            case PaletteActions.SIGN_OUT -> sessions.logout();
            case PaletteActions.PAUSE -> {
                if (Notices.attempt(() -> runs.pause(run(parts), Optional.empty()))) {
                    Notices.done(t("The run pauses: what runs goes on to its end."));
                }
            }
            case PaletteActions.RESUME -> {
                if (Notices.attempt(() -> runs.resume(run(parts), Map.of()))) {
                    Notices.done(t("The run goes on."));
                }
            }
            default -> Notices.refused(t("There is no action {0}. Load the page again.", id));
        }
    }

    private static UUID run(String... parts) {
        return UUID.fromString(parts[1]);
    }
}
