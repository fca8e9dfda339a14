package dev.winslow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A video, with the truth that lies beside it: NAME_gt.csv (vehicles by frame) and NAME_cam.csv (camera). */
record Clip(Path video) {
    static List<Clip> in(Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            return List.of(new Clip(place));
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(".mp4"))
                    .sorted()
                    .map(Clip::new)
                    .toList();
        }
    }

    String name() {
        String file = String.valueOf(video.getFileName());
        return file.substring(0, file.lastIndexOf('.'));
    }

    Optional<Path> vehicles() {
        return beside("_gt.csv");
    }

    Optional<Path> camera() {
        return beside("_cam.csv");
    }

    private Optional<Path> beside(String ending) {
        return Optional.of(video.resolveSibling(name() + ending)).filter(Files::exists);
    }
}
