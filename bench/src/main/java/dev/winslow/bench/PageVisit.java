package dev.winslow.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.concurrent.atomic.AtomicLong;

/** A page in a browser that has seen nothing before, and what it costs. */
final class PageVisit implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 60_000;
    private static final double LOOK_AGAIN_MILLIS = 10;

    private final BrowserContext context;
    private final Page page;
    private final CDPSession inside;
    private final AtomicLong bytes = new AtomicLong();

    PageVisit(Browser browser) {
        this(browser, new Browser.NewContextOptions());
    }

    /** @param session of somebody who has signed in, as {@link #signIn} told it */
    PageVisit(Browser browser, String session) {
        this(browser, new Browser.NewContextOptions().setStorageState(session));
    }

    private PageVisit(Browser browser, Browser.NewContextOptions options) {
        context = browser.newContext(options.setViewportSize(1440, 900));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        inside = context.newCDPSession(page);
        inside.send("Network.enable");
        inside.send("Performance.enable");
        inside.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
    }

    /** Seconds from the first byte that is asked for to the moment at which this can be seen. */
    double open(String address, String seen) {
        bytes.set(0);
        long start = System.nanoTime();
        page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        awaitSeen(seen, start);
        return (System.nanoTime() - start) / 1e9;
    }

    /** To wait for a selector would be to look again after up to half a second. */
    private void awaitSeen(String seen, long start) {
        while (!page.isVisible(seen)) {
            if ((System.nanoTime() - start) / 1e6 > PATIENCE_MILLIS) {
                throw new IllegalStateException("Nothing is to be seen at " + page.url() + " that is " + seen);
            }
            page.waitForTimeout(LOOK_AGAIN_MILLIS);
        }
    }

    /** Returns what a browser keeps of who has signed in. */
    String signIn(String address, String person, String password, String seen) {
        page.navigate(address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.fill("input[type=text]", person);
        page.fill("input[type=password]", password);
        page.click("button[type=submit]");
        page.waitForSelector(seen);
        return context.storageState();
    }

    void leave() {
        page.navigate("about:blank");
    }

    /** As they came over the network, compressed. */
    double kilobytes() {
        page.waitForLoadState();
        return bytes.get() / 1000.0;
    }

    /** The part of a core's time that the page's main thread works. */
    double mainThread(int seconds) {
        double before = metric("TaskDuration");
        page.waitForTimeout(seconds * 1000.0);
        return (metric("TaskDuration") - before) / seconds;
    }

    /** Of the page's own objects, once what nobody needs is gone. */
    double heapMebibytes() {
        inside.send("HeapProfiler.collectGarbage");
        return metric("JSHeapUsedSize") / 1024 / 1024;
    }

    void rest(int seconds) {
        page.waitForTimeout(seconds * 1000.0);
    }

    private double metric(String name) {
        JsonObject answer = inside.send("Performance.getMetrics");
        for (JsonElement each : answer.getAsJsonArray("metrics")) {
            if (each.getAsJsonObject().get("name").getAsString().equals(name)) {
                return each.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("Chromium does not tell " + name + ": use a newer one.");
    }

    @Override
    public void close() {
        context.close();
    }
}
