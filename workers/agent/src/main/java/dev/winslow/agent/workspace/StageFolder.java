package dev.winslow.agent.workspace;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.worker.InputFile;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.api.worker.StageFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder of one attempt with the three that its stage sees: input, workspace and output. */
public record StageFolder(Path root) {

    public Path workspace() {
        return root.resolve("workspace");
    }

    private Path of(Area area) {
        return switch (area) {
            case INPUT -> root.resolve("input");
            case WORKSPACE -> workspace();
            case OUTPUT -> root.resolve("output");
        };
    }

    /** How the stage finds its folders. */
    public Map<String, String> environment() {
        return Map.of(
                StageFolders.INPUT, of(Area.INPUT).toString(),
                StageFolders.WORKSPACE, of(Area.WORKSPACE).toString(),
                StageFolders.OUTPUT, of(Area.OUTPUT).toString(),
                StageFolders.VARIABLES, root.resolve("variables.properties").toString());
    }

    /** Lays the files out; what an interrupted earlier try left is replaced. */
    public void layOut(List<InputFile> files, FileCache cache) throws IOException, InterruptedException {
        for (Area area : Area.values()) {
            delete(of(area));
            Files.createDirectories(of(area));
        }
        for (InputFile file : files) {
            Path target = inside(of(file.area()), file.path());
            Files.createDirectories(target.getParent());
            Path cached = cache.fetch(file);
            if (file.area() == Area.INPUT) {
                link(cached, target);
            } else {
                // A copy: a stage may write into its workspace, and the cache must not change.
                Files.copy(cached, target, StandardCopyOption.REPLACE_EXISTING);
                target.toFile().setWritable(true);
            }
        }
    }

    /** Every file that workspace and output hold. */
    public List<ProducedFile> produced() throws IOException {
        List<ProducedFile> produced = new ArrayList<>();
        for (Area area : List.of(Area.WORKSPACE, Area.OUTPUT)) {
            for (Path file : regularFiles(of(area))) {
                String path = of(area).relativize(file).toString().replace('\\', '/');
                produced.add(new ProducedFile(area, path, Files.size(file), Sha256.of(file)));
            }
        }
        return produced;
    }

    public Path fileOf(ProducedFile file) {
        return inside(of(file.area()), file.path());
    }

    public void delete() throws IOException {
        delete(root);
    }

    private static List<Path> regularFiles(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The server checks paths; that none leads out of its folder is checked here again, because here it would do harm. */
    private static Path inside(Path folder, String path) {
        Path target = folder.resolve(path).normalize();
        if (!target.startsWith(folder)) {
            throw new IllegalArgumentException("The path " + path + " leads out of its folder");
        }
        return target;
    }

    private static void link(Path cached, Path target) throws IOException {
        try {
            Files.createLink(target, cached);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(cached, target);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
