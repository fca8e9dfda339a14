package dev.winslow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.winslow.engine.pipeline.PipelineService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** A person with a browser, and a whole system that is the test class's own. No page may report an error. */
final class Visitor implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private final boolean trial;
    private final String[] settings;
    private final List<String> pipelines = new ArrayList<>();
    private boolean withWorker;
    private Optional<WholeSystem> system = Optional.empty();

    private Visitor(boolean trial, String... settings) {
        this.trial = trial;
        this.settings = settings;
    }

    /** @param settings more of them, such as {@code --winslow.storage.part-size=5MB} */
    static Visitor ofATrial(String... settings) {
        return new Visitor(true, settings);
    }

    /** Where people sign in. */
    static Visitor ofAServer() {
        return new Visitor(false);
    }

    Visitor withWorker() {
        withWorker = true;
        return this;
    }

    Visitor withPipeline(String xml) {
        pipelines.add(xml);
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext tests) throws Exception {
        Chromium.shared();
        WholeSystem started = WholeSystem.start(Files.createTempDirectory("winslow-pages"), trial, settings);
        system = Optional.of(started);
        if (withWorker) {
            started.withWorker();
        }
        pipelines.forEach(started.bean(PipelineService.class)::deploy);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        assertThat(Chromium.shared().closePages()).isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext tests) throws Exception {
        if (system.isPresent()) {
            system.get().close();
            FileSystemUtils.deleteRecursively(data());
        }
    }

    /** @param place a page's path, without the stroke at its beginning */
    Page open(String place) {
        return Chromium.shared().open(address() + place);
    }

    /** Another window, wherever the address leads. */
    Page openWindow(String address) {
        return Chromium.shared().open(address);
    }

    /** What pages have reported so far. */
    List<String> errors() {
        return Chromium.shared().errors();
    }

    /** With a stroke at its end. */
    String address() {
        return system().address().toString();
    }

    <T> T bean(Class<T> type) {
        return system().bean(type);
    }

    Path data() {
        return system().data();
    }

    WholeSystem system() {
        return system.orElseThrow();
    }
}
