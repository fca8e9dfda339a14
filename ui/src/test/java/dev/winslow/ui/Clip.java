package dev.winslow.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The film of the demo. */
public final class Clip {
    private static final Path WHOLE =
            Path.of("..", "demo", "junction.mp4").toAbsolutePath().normalize();

    private Clip() {}

    /** Twelve seconds. */
    public static Path whole() {
        return WHOLE;
    }

    /**
     * The first four seconds of it, under the same name in this folder: enough for every stage to find vehicles, and computed in a third of the
     * time. Where there is no ffmpeg to cut it, the whole of it.
     */
    public static Path beginning(Path folder) throws IOException, InterruptedException {
        Path cut = folder.resolve(WHOLE.getFileName());
        try {
            int status = new ProcessBuilder(
                            "ffmpeg", "-v", "error", "-t", "4", "-i", WHOLE.toString(), "-c", "copy", cut.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0 || Files.size(cut) == 0) {
                throw new IllegalStateException("ffmpeg could not cut " + WHOLE + ": it ended with " + status);
            }
            return cut;
        } catch (IOException none) {
            return WHOLE;
        }
    }
}
