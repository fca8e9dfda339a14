package dev.winslow.ui.shell;

import com.vaadin.flow.server.Command;
import java.util.Optional;

/** What a part of a page was drawn for. It is drawn anew only for something else: nobody's button is replaced while they press it. */
public final class Drawn {
    private transient Optional<Object> last = Optional.empty();

    /** @param what all that the drawing depends on, with an {@code equals} of its own */
    public void show(Object what, Command draw) {
        if (!last.equals(Optional.of(what))) {
            last = Optional.of(what);
            draw.execute();
        }
    }
}
