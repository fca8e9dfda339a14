package dev.winslow.faults.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A small disk that can be made slow: a file system in a file in memory, written to at once and not later, whose writes and reads are counted by
 * a control group that may have few of them a second. Where that cannot be, it is a {@link SmallDisk} that is never slow.
 */
public final class SlowDisk {
    private static final String MEBIBYTES = "64";
    private static final int SLOW = 40;

    private final SmallDisk disk;
    private final SmallDisk behind;
    private final Optional<Throttle> throttle;

    private SlowDisk(SmallDisk disk, SmallDisk behind, Optional<Throttle> throttle) {
        this.disk = disk;
        this.behind = behind;
        this.throttle = throttle;
    }

    /** Tries it: not every machine has loop devices and control groups for disks. */
    public static boolean isPossible() throws IOException, InterruptedException {
        Path probe = Files.createTempDirectory("winslow-slow-disk");
        try {
            SlowDisk disk = make(
                    probe.resolve("disk"), "wf-probe-" + ProcessHandle.current().pid());
            disk.end();
            return disk.throttle.isPresent();
        } finally {
            Shell.tries("rm", "-rf", "--one-file-system", probe.toString());
        }
    }

    /** @param group name of the control group; empty where it can be none */
    static SlowDisk make(Path folder, String group) throws IOException, InterruptedException {
        Path memory = folder.resolveSibling(folder.getFileName() + ".disk");
        Path file = memory.resolve("image");
        Files.createDirectories(folder);
        if (!group.isEmpty()) {
            SmallDisk behind = SmallDisk.make(memory, "80m", true);
            boolean made = Shell.tries("truncate", "-s", MEBIBYTES + "M", file.toString())
                    && Shell.tries("mkfs.ext4", "-q", "-F", "-m", "0", "-O", "^has_journal", file.toString())
                    && Shell.tries("mount", "-o", "loop,sync,dirsync,noatime", file.toString(), folder.toString());
            if (made) {
                return throttled(SmallDisk.at(folder), behind, folder, group);
            }
            behind.end();
        }
        SmallDisk plain = SmallDisk.make(folder, MEBIBYTES + "m", !group.isEmpty());
        return new SlowDisk(plain, plain, Optional.empty());
    }

    /** Leaves nothing mounted where it fails. */
    private static SlowDisk throttled(SmallDisk disk, SmallDisk behind, Path folder, String group)
            throws IOException, InterruptedException {
        try {
            return new SlowDisk(disk, behind, Throttle.make(group, device(folder.toRealPath())));
        } catch (IOException unknown) {
            disk.end();
            behind.end();
            throw unknown;
        }
    }

    private static String device(Path folder) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/mountinfo"), StandardCharsets.UTF_8).stream()
                .map(line -> line.split(" "))
                .filter(fields -> fields[4].equals(folder.toString()))
                .map(fields -> fields[2])
                .reduce((_, last) -> last)
                .orElseThrow(() -> new IOException("Nothing is mounted at " + folder));
    }

    SmallDisk disk() {
        return disk;
    }

    /** What the command line of a program begins with that uses it. */
    List<String> prefix() {
        return throttle.map(Throttle::prefix).orElse(List.of());
    }

    void slow() throws IOException {
        if (throttle.isPresent()) {
            throttle.get().limit(SLOW);
        }
    }

    void heal() throws IOException {
        if (throttle.isPresent()) {
            throttle.get().free();
        }
    }

    void end() throws InterruptedException {
        disk.end();
        behind.end();
        throttle.ifPresent(Throttle::end);
    }

    /** Limits how often the programs of a control group may use a device, in either layout of Linux. */
    private record Throttle(Path group, String device, boolean unified) {
        private static final Path OLD = Path.of("/sys/fs/cgroup/blkio");
        private static final Path UNIFIED = Path.of("/sys/fs/cgroup");

        static Optional<Throttle> make(String name, String device) {
            boolean old = Files.isDirectory(OLD);
            Throttle throttle = new Throttle((old ? OLD : UNIFIED).resolve(name), device, !old);
            try {
                if (!old) {
                    Files.writeString(UNIFIED.resolve("cgroup.subtree_control"), "+io");
                }
                Files.createDirectories(throttle.group);
                throttle.free();
                return Optional.of(throttle);
            } catch (IOException none) {
                return Optional.empty();
            }
        }

        List<String> prefix() {
            return List.of("sh", "-c", "echo $$ > '" + group.resolve("cgroup.procs") + "'; exec \"$0\" \"$@\"");
        }

        void limit(int aSecond) throws IOException {
            if (unified) {
                Files.writeString(group.resolve("io.max"), device + " riops=" + aSecond + " wiops=" + aSecond);
                return;
            }
            for (String file : files().toList()) {
                Files.writeString(group.resolve(file), device + " " + aSecond);
            }
        }

        void free() throws IOException {
            if (unified) {
                Files.writeString(group.resolve("io.max"), device + " riops=max wiops=max");
            } else {
                limit(0);
            }
        }

        private static Stream<String> files() {
            return Stream.of("blkio.throttle.read_iops_device", "blkio.throttle.write_iops_device");
        }

        void end() {
            group.toFile().delete();
        }
    }
}
