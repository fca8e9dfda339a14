package dev.winslow.agent.workspace;

import dev.winslow.agent.disk.Checksum;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.api.worker.StageFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a stage leaves.
 *
 * @param all every file of workspace and output
 * @param changed those whose bytes were not handed to the stage at the same place
 */
public record Harvest(List<ProducedFile> all, List<ProducedFile> changed) {
    /**
     * Links are not followed: what they point to is not the stage's.
     *
     * @param baseline how the files stood before
     * @param checkpoints whether the stage saves checkpoints, whose folder is then no part of what it leaves
     */
    public static Harvest of(AttemptFolder folder, Baseline baseline, boolean checkpoints) throws IOException {
        Map<Path, Baseline.Entry> before = new HashMap<>();
        Path kept = folder.workspace().resolve(StageFolders.CHECKPOINT);
        baseline.entries().forEach(entry -> before.put(folder.of(entry.area()).resolve(entry.path()), entry));
        List<ProducedFile> all = new ArrayList<>();
        List<ProducedFile> changed = new ArrayList<>();
        for (Area area : List.of(Area.WORKSPACE, Area.OUTPUT)) {
            for (Path file : files(folder.of(area))) {
                if (checkpoints && file.startsWith(kept)) {
                    continue;
                }
                Baseline.Entry entry = before.get(file);
                String sha256 =
                        entry != null && untouched(file, entry, baseline) ? entry.sha256() : Checksum.sha256(file);
                ProducedFile produced = new ProducedFile(area, path(folder.of(area), file), Files.size(file), sha256);
                all.add(produced);
                if (entry == null || !entry.sha256().equals(sha256)) {
                    changed.add(produced);
                }
            }
        }
        return new Harvest(all, changed);
    }

    private static boolean untouched(Path file, Baseline.Entry entry, Baseline baseline) throws IOException {
        return entry.fingerprint().settledBefore(baseline.taken())
                && entry.fingerprint().equals(Fingerprint.of(file));
    }

    private static List<Path> files(Path area) throws IOException {
        try (Stream<Path> all = Files.walk(area)) {
            return all.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private static String path(Path area, Path file) {
        return area.relativize(file).toString().replace('\\', '/');
    }
}
