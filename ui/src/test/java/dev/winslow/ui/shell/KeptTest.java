package dev.winslow.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptTest {
    private final UI page = new UI();
    private final Div place = new Div();
    private final List<String> made = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final Kept<String, Span> kept = new Kept<>(place, this::part);

    @BeforeEach
    void open() {
        page.add(place);
    }

    @Test
    void touchesNoneThatStays() {
        kept.show(List.of("detect", "track", "draw"));
        made.clear();

        kept.show(List.of("cut", "detect", "measure", "draw"));

        assertThat(words()).containsExactly("cut", "detect", "measure", "draw");
        assertThat(made).containsExactly("cut", "measure");
        assertThat(taken).containsExactly("track");
    }

    @Test
    void followsAnotherOrder() {
        kept.show(List.of("detect", "track", "draw"));
        made.clear();

        kept.show(List.of("draw", "detect", "track"));

        assertThat(words()).containsExactly("draw", "detect", "track");
        assertThat(made).isEmpty();
    }

    @Test
    void makesOneAnewThatWasGone() {
        kept.show(List.of("detect"));
        Span first = kept.of("detect");
        kept.show(List.of());
        kept.show(List.of("detect"));

        assertThat(place.getChildren()).containsExactly(kept.of("detect"));
        assertThat(kept.of("detect")).isNotSameAs(first);
    }

    private Span part(String words) {
        made.add(words);
        Span part = new Span(words);
        part.addDetachListener(gone -> taken.add(words));
        return part;
    }

    private List<String> words() {
        return place.getChildren().map(part -> part.getElement().getText()).toList();
    }
}
