package dev.winslow.faults.trial;

import dev.winslow.faults.plan.Target;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What a trial that was killed left of itself: processes, network, mounts, control groups. Each trial marks itself by a file while it goes on, so
 * that the next one knows which are dead, and touches nothing of others.
 */
final class LeftOver {
    private final Path mark;
    private final Path folder;
    private final String network;

    private LeftOver(Path mark, Path folder, String network) {
        this.mark = mark;
        this.folder = folder;
        this.network = network;
    }

    /** @param network what the trial's bridge is called; empty where it has none */
    static LeftOver mark(Path folder, String network) throws IOException {
        return mark(folder, network, ProcessHandle.current());
    }

    static LeftOver mark(Path folder, String network, ProcessHandle process) throws IOException {
        Files.createDirectories(marks());
        Path mark = marks().resolve(process.pid() + "-" + Integer.toHexString(folder.hashCode()));
        Properties content = new Properties();
        content.setProperty("pid", String.valueOf(process.pid()));
        content.setProperty("began", began(process));
        content.setProperty("folder", folder.toString());
        content.setProperty("network", network);
        try (var out = Files.newBufferedWriter(mark)) {
            content.store(out, null);
        }
        return new LeftOver(mark, folder, network);
    }

    static void unmark(Path folder) throws IOException {
        Files.deleteIfExists(
                marks().resolve(ProcessHandle.current().pid() + "-" + Integer.toHexString(folder.hashCode())));
    }

    void remove() throws IOException {
        Files.deleteIfExists(mark);
    }

    /** Clears away what trials left that are dead. */
    static void clear() throws IOException, InterruptedException {
        Files.createDirectories(marks());
        try (DirectoryStream<Path> all = Files.newDirectoryStream(marks())) {
            for (Path mark : all) {
                Properties content = new Properties();
                try (var in = Files.newBufferedReader(mark)) {
                    content.load(in);
                }
                if (!lives(content)) {
                    new LeftOver(
                                    mark,
                                    Path.of(content.getProperty("folder", "/nowhere")),
                                    content.getProperty("network", ""))
                            .away();
                }
            }
        }
    }

    private void away() throws IOException, InterruptedException {
        Signals.send("KILL", processes());
        for (Path mount : mounts()) {
            Shell.tries("umount", "-l", mount.toString());
        }
        if (!network.isEmpty()) {
            networkAway();
        }
        remove();
    }

    /** Their working folders or command lines name the trial's folder. */
    private List<Long> processes() {
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.pid() != ProcessHandle.current().pid())
                .filter(handle -> handle.info().commandLine().orElse("").contains(folder.toString() + "/")
                        || workingFolder(handle.pid())
                                .filter(place -> place.startsWith(folder))
                                .isPresent())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static Optional<Path> workingFolder(long pid) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", String.valueOf(pid), "cwd")));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The innermost first. */
    private List<Path> mounts() throws IOException {
        List<Path> mounts = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("/proc/self/mountinfo"))) {
            Path place = Path.of(line.split(" ")[4]);
            if (place.startsWith(folder)) {
                mounts.addFirst(place);
            }
        }
        return mounts;
    }

    /** Links to namespaces end with these. */
    private void networkAway() throws InterruptedException {
        for (Target node : Target.of(Target.Role.AGENT)) {
            Shell.tries("ip", "netns", "del", network + "-" + node.word());
            for (String groups : List.of("/sys/fs/cgroup/blkio", "/sys/fs/cgroup")) {
                Path.of(groups, network + "-" + node.word()).toFile().delete();
            }
        }
        Shell.tries("ip", "link", "del", network);
    }

    /** A number may have been given to another process since. */
    private static boolean lives(Properties mark) {
        return ProcessHandle.of(Long.parseLong(mark.getProperty("pid", "0")))
                .filter(process -> began(process).equals(mark.getProperty("began")))
                .isPresent();
    }

    private static String began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static Path marks() {
        return Path.of(System.getProperty("java.io.tmpdir"), "winslow-faults-" + System.getProperty("user.name"));
    }
}
