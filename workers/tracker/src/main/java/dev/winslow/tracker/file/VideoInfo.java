package dev.winslow.tracker.file;

/** {@code video.json}: width and height in pixels, after the rotation. */
public record VideoInfo(
        String file, int width, int height, int frames, double durationSeconds, double meanFps, int rotationDegrees) {}
