package dev.winslow.tracker.result;

import java.awt.Color;
import org.bytedeco.opencv.opencv_core.Scalar;

/** A colour for every vehicle; neighbouring numbers get colours that are far apart (the golden angle). */
final class Palette {
    /** Over a counting line to its right, and to its left. */
    static final String RIGHT = "#2563eb";

    static final String LEFT = "#c2410c";

    private static final double GOLDEN_SHARE = 0.618034;

    private Palette() {}

    /** Blue, green, red. */
    static Scalar colour(int id) {
        Color colour = rgb(id, 0.95f);
        return new Scalar(colour.getBlue(), colour.getGreen(), colour.getRed(), 0);
    }

    static String hex(int id) {
        return String.format("#%06x", rgb(id, 0.75f).getRGB() & 0xffffff);
    }

    private static Color rgb(int id, float brightness) {
        return Color.getHSBColor((float) (id * GOLDEN_SHARE % 1), 0.75f, brightness);
    }
}
