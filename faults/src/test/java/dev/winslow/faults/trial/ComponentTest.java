package dev.winslow.faults.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentTest {
    @TempDir
    private Path folder = Path.of("");

    private Component component = new Component("none", List.of("true"), Map.of(), Path.of(""));

    @BeforeEach
    void start() throws Exception {
        component = new Component("sleeper", List.of("sh", "-c", "echo begun; exec sleep 60"), Map.of(), log());
        component.start();
    }

    @AfterEach
    void stop() throws Exception {
        component.killAll();
    }

    @Test
    void staysDownWhenItWasKilledAndIsNotMissed() throws Exception {
        component.kill();

        assertThat(component.isAlive()).isFalse();
        assertThat(component.isMissing()).isFalse();
    }

    @Test
    void beginsAgainByTheSameCommand() throws Exception {
        Awaitility.await().until(() -> Files.readAllLines(log()).size() == 1);
        component.kill();

        component.start();

        assertThat(component.isAlive()).isTrue();
        Awaitility.await().until(() -> Files.readAllLines(log()).equals(List.of("begun", "begun")));
    }

    @Test
    void isMissedWhenItEndsByItself() throws Exception {
        Component brief = new Component("brief", List.of("true"), Map.of(), log());

        brief.start();

        Awaitility.await().until(brief::isMissing);
    }

    private Path log() {
        return folder.resolve("log");
    }
}
