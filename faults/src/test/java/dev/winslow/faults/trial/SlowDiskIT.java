package dev.winslow.faults.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of a trial, as a program sees it that writes small files. */
class SlowDiskIT {
    private static final String WRITE =
            "for i in 1 2 3 4 5 6 7 8 9 10; do echo $i > \"$0\"/new; mv \"$0\"/new \"$0\"/file; done";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isSlowWhileItIsToBeAndNeverFull() throws Exception {
        assumeTrue(SlowDisk.isPossible(), "Root, loop devices and control groups for disks are needed");
        Path place = folder.resolve("node");
        SlowDisk disk =
                SlowDisk.make(place, "wf-test-" + ProcessHandle.current().pid());
        try {
            long before = millis(disk, place);
            disk.slow();
            long slow = millis(disk, place);
            disk.heal();
            long after = millis(disk, place);

            assertThat(slow).isGreaterThan(500 + before).isGreaterThan(500 + after);
        } finally {
            disk.end();
        }
        assertThat(Files.readString(Path.of("/proc/self/mountinfo"))).doesNotContain(folder.toString());
    }

    private static long millis(SlowDisk disk, Path place) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(disk.prefix());
        command.addAll(List.of("sh", "-c", WRITE, place.toString()));
        long start = System.nanoTime();
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
