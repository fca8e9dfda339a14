package dev.winslow.ui;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine, driven by Playwright; it notes every error that a page reports. */
final class Chromium implements AutoCloseable {
    private static Optional<Chromium> shared = Optional.empty();

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> errors = new ArrayList<>();

    private Chromium(Path program) {
        // As long as for a click: on a busy machine a page needs its time.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox")));
    }

    /** The one for all classes whose pages are closed after each test; it ends with this JVM. Skips the tests as {@link #start} does. */
    static Chromium shared() {
        Chromium chromium = shared.orElseGet(Chromium::start);
        shared = Optional.of(chromium);
        return chromium;
    }

    /** Skips the test, and says how to get a browser, where there is none. */
    static Chromium start() {
        Optional<Path> program = Stream.of("chromium", "google-chrome", "chromium-browser")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":", -1))
                        .map(folder -> Path.of(folder, name))
                        .filter(Files::isExecutable))
                .findFirst();
        Assumptions.assumeTrue(program.isPresent(), "needs Chromium: apt-get install chromium");
        return new Chromium(program.orElseThrow());
    }

    Page open(String address) {
        Page page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(1440, 900).setReducedMotion(ReducedMotion.REDUCE));
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text() + " " + message.location());
            }
        });
        page.navigate(address);
        return page;
    }

    List<String> errors() {
        return errors;
    }

    /** Ends a test: closes its pages and gives the errors that they reported, so that the next test begins without either. */
    List<String> closePages() {
        List<String> reported = List.copyOf(errors);
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
        errors.clear();
        return reported;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
