package dev.winslow.bench;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether pages that are left open for long, and the server behind them, come to hold more and more: the list of projects, the curves of a machine, and
 * the diagram and the log of a project whose stage prints 50 lines a second.
 */
final class PageGrowth {
    private static final int SETTLING_SECONDS = 60;

    private final TrialSystem system;
    private final Map<String, PageVisit> pages = new LinkedHashMap<>();

    private PageGrowth(TrialSystem system) {
        this.system = system;
    }

    /**
     * What each of them holds, first once all has been seen for a minute, then after half of the time, then at its end.
     *
     * @param home of the pages, with a slash at its end
     */
    static void measure(Browser browser, TrialSystem system, String home, Duration time, Measurements measurements)
            throws IOException, InterruptedException {
        String project = system.calls().createProject(PageScene.SLOW);
        String run = system.calls().startRun(project, Map.of());
        PageGrowth growth = new PageGrowth(system);
        try {
            growth.open(browser, "list", home, "vaadin-grid a[href]");
            growth.open(browser, "curves", home + "nodes", "winslow-node-curves .curve");
            growth.open(browser, "project", home + "projects/" + project, ".winslow-diagram");
            growth.open(browser, "log", home + "projects/" + project + "?tab=log", "winslow-attempt-log .rows .text");
            growth.watch(time, measurements);
        } finally {
            growth.pages.values().forEach(PageVisit::close);
            // Its stage would outlive the worker.
            system.calls().post("/api/v1/runs/" + run + "/cancel", Map.of());
        }
    }

    private void open(Browser browser, String name, String address, String seen) {
        PageVisit page = new PageVisit(browser);
        pages.put(name, page);
        page.open(address, seen);
    }

    private void watch(Duration time, Measurements measurements) throws IOException, InterruptedException {
        rest(SETTLING_SECONDS);
        measure("at first", measurements);
        int half = Math.toIntExact(time.toSeconds() / 2);
        rest(half);
        measure("after " + time.dividedBy(2), measurements);
        rest(half);
        measure("after " + time, measurements);
    }

    private void rest(int seconds) {
        pages.values().iterator().next().rest(seconds);
    }

    private void measure(String when, Measurements measurements) throws IOException, InterruptedException {
        for (Map.Entry<String, PageVisit> page : pages.entrySet()) {
            measurements.add(
                    "memory of the open " + page.getKey() + ", " + when,
                    PageBench.OURS,
                    page.getValue().heapMebibytes(),
                    "MiB");
        }
        long server = system.server().process().pid();
        measurements.add("memory of the server, " + when, PageBench.OURS, new LiveHeap(server).mebibytes(), "MiB");
    }
}
