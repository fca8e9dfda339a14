package dev.winslow.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What pages cost in a real browser: bytes, time until they can be used, work while they are open. */
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        description =
                "Size, time and work of pages in Chromium beside those of Operaton, and what open pages cost the server.")
final class PageBench implements Callable<Integer> {
    static final String OURS = "winslow";
    private static final String OPERATON = "operaton";
    private static final int TIMES = 5;

    @Option(names = "--lines", defaultValue = "1000000", description = "Of the log (default: ${DEFAULT-VALUE}).")
    private long lines;

    @Option(names = "--attempts", defaultValue = "1000", description = "Of a run (default: ${DEFAULT-VALUE}).")
    private int attempts;

    @Option(names = "--projects", defaultValue = "200", description = "In the list (default: ${DEFAULT-VALUE}).")
    private int projects;

    @Option(names = "--pages", defaultValue = "100", description = "Open at once (default: ${DEFAULT-VALUE}).")
    private int pages;

    @Option(names = "--seconds", defaultValue = "60", description = "Of each look at work (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--watch",
            defaultValue = "PT2M",
            description = "How long pages stay open to see whether they come to hold more (default: ${DEFAULT-VALUE}).")
    private Duration watch = Duration.ZERO;

    @Option(names = "--chromium", description = "The browser (default: the one in the path).")
    private @Nullable Path chromium;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Measurements measurements = new Measurements();

    @Override
    public Integer call() throws Exception {
        Path place = Files.createDirectories(Bench.home().resolve("target").resolve("bench"));
        Path folder = Files.createTempDirectory(place, "page-");
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(browserProgram())
                                .setArgs(List.of("--no-sandbox")))) {
            measureOperaton(browser, folder.resolve("operaton"));
            measureWinslow(browser, folder);
        }
        Bench.report("page", measurements, spec);
        return 0;
    }

    /** Its list of what runs, as the list of projects is ours. */
    private void measureOperaton(Browser browser, Path folder) throws Exception {
        ChainPlan plan = new ChainPlan(1, 1, new ChainPlan.Database("h2", Optional.empty()), Jvm.trial);
        try (OperatonChains operaton = OperatonChains.withoutWorker(folder, plan, "pages")) {
            operaton.start(projects);
            String cockpit =
                    operaton.rest().resolve("/operaton/app/cockpit/default/").toString();
            try (PageVisit first = new PageVisit(browser)) {
                String session = first.signIn(
                        cockpit, OperatonChains.PERSON, OperatonChains.PERSON, "a:visible >> text=Processes");
                measureOpening(
                        "list of " + projects,
                        OPERATON,
                        cockpit + "#/process-definition/" + operaton.definition() + "/runtime",
                        "tbody tr >> nth=9",
                        () -> new PageVisit(browser, session));
            }
        }
    }

    private void measureWinslow(Browser browser, Path folder) throws Exception {
        String printer = StartedProcesses.java() + " -Xmx64m -XX:+UseSerialGC -cp "
                + TrialSystem.jar("bench", "winslow-bench") + " " + LinePrinter.class.getName();
        Path programs = Files.writeString(
                folder.resolve("programs.properties"),
                "bench/lines\\:1 = %s\nbench/nothing\\:1 = /bin/true\n".formatted(printer));
        try (TrialSystem system =
                TrialSystem.start(folder, List.of(), started -> started.workerWithPrograms(programs, "local"))) {
            PageScene scene = PageScene.make(system.calls(), lines, attempts, projects);
            String home = system.address() + "/";
            Supplier<PageVisit> visit = () -> new PageVisit(browser);
            measureOpening("list of " + projects, OURS, home, "vaadin-grid a[href] >> nth=9", visit);
            measureOpening(
                    "project, " + attempts + " attempts",
                    OURS,
                    home + "projects/" + scene.busy() + "?tab=history",
                    "winslow-gantt .bar >> nth=" + (attempts - 1),
                    visit);
            measureOpening(
                    "log of " + lines + " lines",
                    OURS,
                    home + "projects/" + scene.loud() + "?tab=log&attempt=" + scene.log(),
                    "winslow-attempt-log .rows .text >> nth=5",
                    visit);
            measureWork(browser, system, home);
            PageGrowth.measure(browser, system, home, watch, measurements);
            // Last, since it takes a while: the stages that were cancelled have ended before their worker does.
            measureMany(browser, system, home);
        }
    }

    private Path browserProgram() {
        return chromium != null
                ? chromium
                : Stream.of("chromium", "google-chrome", "chromium-browser")
                        .flatMap(name ->
                                Stream.of(System.getenv("PATH").split(":", -1)).map(part -> Path.of(part, name)))
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "There is no Chromium in the path: install one, or name it by --chromium."));
    }

    /** In browsers that have seen nothing, the median of some; then again in one that has. The first time of all does not count. */
    private void measureOpening(
            String what, String system, String address, String seen, Supplier<PageVisit> someoneNew) {
        List<Double> cold = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        double kilobytes = 0;
        for (int time = 0; time <= TIMES; time++) {
            try (PageVisit visit = someoneNew.get()) {
                double first = visit.open(address, seen);
                kilobytes = visit.kilobytes();
                visit.leave();
                double second = visit.open(address, seen);
                if (time > 0) {
                    cold.add(first);
                    warm.add(second);
                }
            }
        }
        measurements.add(what + ", compressed", system, kilobytes, "kB");
        measurements.add(what + ", first visit", system, median(cold), "s");
        measurements.add(what + ", next visit", system, median(warm), "s");
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Four curves of a machine and a log that a stage prints into, each in a page of its own. */
    private void measureWork(Browser browser, TrialSystem system, String home) throws Exception {
        ServerCalls server = system.calls();
        String project = server.createProject(PageScene.SLOW);
        String run = server.startRun(project, Map.of());
        try (PageVisit curves = new PageVisit(browser);
                PageVisit log = new PageVisit(browser)) {
            curves.open(home + "nodes", "winslow-node-curves .curve");
            log.open(home + "projects/" + project + "?tab=log", "winslow-attempt-log .rows .text");
            curves.rest(5);
            measurements.add("main thread, four live curves", OURS, 100 * curves.mainThread(seconds), "%");
            measurements.add("main thread, live log of 50 lines a second", OURS, 100 * log.mainThread(seconds), "%");
        } finally {
            // Its stage would outlive the worker.
            server.post("/api/v1/runs/" + run + "/cancel", Map.of());
        }
    }

    private void measureMany(Browser browser, TrialSystem system, String home) throws Exception {
        LiveHeap heap = new LiveHeap(system.server().process().pid());
        double held = heap.mebibytes();
        double memory = system.serverMemory().nowMebibytes();
        List<PageVisit> open = new ArrayList<>();
        try {
            for (int i = 0; i < pages; i++) {
                PageVisit visit = new PageVisit(browser);
                open.add(visit);
                visit.open(home, "vaadin-grid a[href]");
            }
            double busy = system.serverSeconds();
            open.getFirst().rest(seconds);
            measurements.add(
                    "server, " + pages + " open pages, work", OURS, (system.serverSeconds() - busy) / seconds, "cores");
            measurements.add(
                    "server, " + pages + " open pages, memory of the process",
                    OURS,
                    system.serverMemory().nowMebibytes() - memory,
                    "MiB");
            measurements.add("server, " + pages + " open pages, what they hold", OURS, heap.mebibytes() - held, "MiB");
        } finally {
            open.forEach(PageVisit::close);
        }
    }
}
