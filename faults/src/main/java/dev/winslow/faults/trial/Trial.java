package dev.winslow.faults.trial;

import dev.winslow.bench.StartedProcesses;
import dev.winslow.faults.plan.Target;
import dev.winslow.faults.plan.Target.Role;
import dev.winslow.minio.StorageSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** PostgreSQL, object storage, two servers behind one address and three workers, each a process. */
public final class Trial implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Path folder;
    private final Network network;
    private final Postgres database;
    private final Storage storage;
    private final List<Integer> ports;
    private final Balancer balancer;
    private final Map<Target, Component> components = new EnumMap<>(Target.class);
    private final Map<Target, SmallDisk> disks = new EnumMap<>(Target.class);
    private final Map<Target, SlowDisk> slowDisks = new EnumMap<>(Target.class);
    private final Map<Target, WrongClock> clocks = new EnumMap<>(Target.class);
    private final Keeper keeper;
    private boolean ended;

    private Trial(Path folder, Network network, Timeline timeline) throws IOException, InterruptedException {
        this.folder = folder;
        this.network = network;
        this.database = Postgres.make(folder, isRoot(), StartedProcesses.freePort());
        this.storage = Storage.make(folder, network.host(), network.isOwn(), StartedProcesses.freePort());
        this.ports = List.of(StartedProcesses.freePort(), StartedProcesses.freePort());
        this.balancer = Balancer.start(network.host(), ports);
        this.keeper = new Keeper(components.values(), timeline);
        components.put(Target.DATABASE, database.component());
        components.put(Target.STORAGE, storage.component());
        disks.put(Target.STORAGE, storage.disk());
    }

    /** Returns when all of it works. */
    public static Trial start(Path folder, boolean ownNetwork, Timeline timeline)
            throws IOException, InterruptedException {
        LeftOver.clear();
        Network network = ownNetwork ? Network.make() : Network.shared();
        LeftOver mark = LeftOver.mark(folder, network.name());
        try {
            Trial trial = new Trial(folder, network, timeline);
            Runtime.getRuntime().addShutdownHook(new Thread(trial::endQuietly));
            try {
                trial.startAll(timeline);
                return trial;
            } catch (IOException | InterruptedException | RuntimeException e) {
                trial.close();
                throw e;
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            network.end();
            mark.remove();
            throw e;
        }
    }

    private void startAll(Timeline timeline) throws IOException, InterruptedException {
        database.component().start();
        storage.component().start();
        Waiting.until("database and storage answer", START_LIMIT, () -> database.answers() && storage.answers());
        timeline.note("PostgreSQL and " + storage.name() + " answer");
        for (Target target : Target.of(Role.SERVER)) {
            Path data = Files.createDirectories(folder.resolve(target.word()));
            Component server = new Component(
                    target.word(),
                    commands().server(target, data),
                    clock(target).environment(),
                    folder.resolve(target.word() + ".log"));
            components.put(target, server);
            server.start();
        }
        Waiting.until("servers answer", START_LIMIT, this::serversAnswer);
        timeline.note("Two servers answer");
        for (Target target : Target.of(Role.AGENT)) {
            startAgent(target);
        }
        Waiting.until("workers have joined", START_LIMIT, this::workersJoined);
        timeline.note("Three workers have joined");
        keeper.start();
    }

    private void startAgent(Target target) throws IOException, InterruptedException {
        Path data = folder.resolve(target.word());
        SlowDisk slow = SlowDisk.make(data, network.isOwn() ? network.name() + "-" + target.word() : "");
        slowDisks.put(target, slow);
        disks.put(target, slow.disk());
        List<String> command = new ArrayList<>(slow.prefix());
        command.addAll(network.join(target.word(), Target.of(Role.AGENT).indexOf(target)));
        command.addAll(commands().agent(target, data, folder.resolve("server-1").resolve("enrolment.token")));
        Component agent = new Component(
                target.word(), command, clock(target).environment(), folder.resolve(target.word() + ".log"));
        components.put(target, agent);
        agent.start();
    }

    /** Each has written down who it is, so that from now on it waits for whatever is away. */
    private boolean workersJoined() {
        return Target.of(Role.AGENT).stream()
                .allMatch(target -> Files.exists(folder.resolve(target.word()).resolve("node.json")));
    }

    private Commands commands() {
        return new Commands(folder, address(), database.url(), storage.settings(), ports);
    }

    /** Of the servers, by way of whatever stands between them and their clients. */
    public URI address() {
        return URI.create("http://" + network.host() + ":" + balancer.port());
    }

    public String token() throws IOException {
        return Files.readString(folder.resolve("server-1").resolve("cli.token")).strip();
    }

    public StorageSettings storage() {
        return storage.settings();
    }

    public Connection database() throws SQLException {
        return database.connect();
    }

    Component component(Target target) {
        return Objects.requireNonNull(components.get(target));
    }

    SmallDisk disk(Target target) {
        return Objects.requireNonNull(disks.get(target));
    }

    SlowDisk slowDisk(Target target) {
        return Objects.requireNonNull(slowDisks.get(target));
    }

    WrongClock clock(Target target) {
        return clocks.computeIfAbsent(target, made -> WrongClock.in(folder, made.word()));
    }

    Network network() {
        return network;
    }

    /** When nothing is wrong any more, and the programs that began again have begun. */
    public void awaitHealth(Duration limit) throws IOException, InterruptedException {
        Waiting.until(
                "database, storage and servers answer again",
                limit,
                () -> database.answers() && storage.answers() && serversAnswer());
    }

    private boolean serversAnswer() throws InterruptedException {
        for (int port : ports) {
            if (!Waiting.isHealthy(URI.create("http://127.0.0.1:" + port))) {
                return false;
            }
        }
        return true;
    }

    /** Programs that ended though nobody killed them. A server may, where it began while the database was away. */
    public List<String> endedByThemselves() {
        List<String> servers = Target.of(Role.SERVER).stream().map(Target::word).toList();
        return keeper.ended().stream().filter(name -> !servers.contains(name)).toList();
    }

    /** Processes of stages, also such as no worker knows any more. */
    public List<StageProcesses.Left> stageProcesses() throws IOException {
        return StageProcesses.below(Target.of(Role.AGENT).stream()
                .map(target -> folder.resolve(target.word()))
                .toList());
    }

    /** Folders of attempts that the workers have not forgotten. */
    public List<Path> attemptFolders() throws IOException {
        List<Path> left = new ArrayList<>();
        for (Target target : Target.of(Role.AGENT)) {
            Path attempts = folder.resolve(target.word()).resolve("attempts");
            if (Files.exists(attempts)) {
                try (var folders = Files.list(attempts)) {
                    folders.forEach(left::add);
                }
            }
        }
        return left;
    }

    static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    /** What is left when people press Ctrl-C, or a supervisor ends the trial. */
    private void endQuietly() {
        try {
            close();
        } catch (IOException left) {
            System.getLogger(Trial.class.getName())
                    .log(System.Logger.Level.WARNING, "The trial did not end well", left);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        try {
            end();
            LeftOver.unmark(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(
                    "The trial was interrupted while it ended; some of its processes may be left");
        }
    }

    private void end() throws IOException, InterruptedException {
        components.values().forEach(Component::finish);
        keeper.end();
        for (Target target : components.keySet()) {
            component(target).resume();
        }
        for (Target target :
                List.of(Target.AGENT_1, Target.AGENT_2, Target.AGENT_3, Target.SERVER_1, Target.SERVER_2)) {
            if (components.containsKey(target)) {
                component(target).killAll();
            }
        }
        for (StageProcesses.Left left : stageProcesses()) {
            Signals.send("KILL", List.of(left.pid()));
        }
        component(Target.STORAGE).end();
        component(Target.DATABASE).end();
        balancer.close();
        storage.disk().end();
        for (SlowDisk disk : slowDisks.values()) {
            disk.end();
        }
        network.end();
    }
}
