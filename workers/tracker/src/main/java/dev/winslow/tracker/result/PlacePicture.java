package dev.winslow.tracker.result;

import dev.winslow.tracker.file.VideoInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The reference frame, to draw upon. */
record PlacePicture(VideoInfo info, Path picture) {

    Svg svg() {
        Svg svg = new Svg(info.width(), info.height());
        if (Files.exists(picture)) {
            try {
                svg.add(
                        "<image width='%d' height='%d' opacity='0.75' xlink:href='data:image/jpeg;base64,%s'/>",
                        info.width(), info.height(), Base64.getEncoder().encodeToString(Files.readAllBytes(picture)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return svg;
    }

    /** Thin lines that are as thin in large pictures as in small ones. */
    double stroke() {
        return Math.max(1, info.width() / 900.0);
    }

    int letters() {
        return (int) Math.max(9, info.width() / 60.0);
    }

    static String points(List<double[]> places) {
        return places.stream()
                .map(place -> String.format(Locale.ROOT, "%.1f,%.1f", place[0], place[1]))
                .collect(Collectors.joining(" "));
    }
}
