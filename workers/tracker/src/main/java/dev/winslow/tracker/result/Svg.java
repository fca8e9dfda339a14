package dev.winslow.tracker.result;

import dev.winslow.tracker.file.AtomicFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A picture in SVG that grows line by line. */
final class Svg {
    private final StringBuilder body = new StringBuilder();
    private final double width;
    private final double height;

    Svg(double width, double height) {
        this.width = width;
        this.height = height;
        add("<rect width='%.0f' height='%.0f' fill='#ffffff'/>", width, height);
    }

    Svg add(String format, Object... values) {
        body.append(String.format(Locale.ROOT, format, values)).append('\n');
        return this;
    }

    Svg text(double x, double y, String anchor, int size, String text) {
        return text(x, y, anchor, size, "#1f2933", text);
    }

    Svg text(double x, double y, String anchor, int size, String colour, String text) {
        return add(
                "<text x='%.1f' y='%.1f' text-anchor='%s' font-size='%d' fill='%s'>%s</text>",
                x, y, anchor, size, colour, escape(text));
    }

    /** Text that can be read on a photograph. */
    Svg label(double x, double y, int size, String text) {
        return add(
                "<text x='%.1f' y='%.1f' text-anchor='middle' font-size='%d' font-weight='bold' fill='#1f2933' stroke='#ffffff' stroke-width='%.1f' stroke-linejoin='round' paint-order='stroke'>%s</text>",
                x, y, size, size / 5.0, escape(text));
    }

    void write(Path file) {
        String head = String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 %.0f %.0f' font-family='sans-serif'>%n",
                width,
                height);
        AtomicFile.write(file, part -> Files.writeString(part, head + body + "</svg>\n"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
