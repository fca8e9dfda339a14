package dev.winslow.ui.artifact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.UUID;

/** One picture out of the film of a project, drawn by the browser when it comes into view. */
@Tag("winslow-film-frame")
@JsModule("./film-frame.ts")
public final class FilmFrame extends Component {
    public FilmFrame(UUID project) {
        getElement().setAttribute("aria-hidden", "true").setProperty("film", "page/projects/" + project + "/film");
    }
}
