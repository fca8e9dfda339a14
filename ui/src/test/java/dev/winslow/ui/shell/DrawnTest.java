package dev.winslow.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawnTest {
    private final Drawn drawn = new Drawn();
    private final List<String> drawings = new ArrayList<>();

    @Test
    void drawsAnewOnlyForSomethingElse() {
        show("running");
        show("running");
        show("failed");
        show("running");

        assertThat(drawings).containsExactly("running", "failed", "running");
    }

    private void show(String state) {
        drawn.show(List.of(state), () -> drawings.add(state));
    }
}
