package dev.winslow.ui.shell;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A state as a coloured dot and a word: colour is never alone. */
public final class StateBadge extends Span {
    public StateBadge(Enum<?> state) {
        super(Words.state(state));
        addClassNames("winslow-state", "winslow-state-" + state.name().toLowerCase(Locale.ENGLISH));
    }
}
