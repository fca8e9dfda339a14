package dev.winslow.tracker.video;

import static dev.winslow.tracker.TrackerFailure.Cause.UNREADABLE_VIDEO;

import dev.winslow.tracker.TrackerFailure;
import dev.winslow.tracker.file.VideoInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decodes a video from its first frame to its last, scaled if asked, the rotation applied. Times come from the file, never from a mean rate. */
public final class VideoReader implements AutoCloseable {
    private static final double TOLERATED_SHORTFALL = 0.98;

    private final Path file;
    private final FFmpegFrameGrabber grabber;
    private final OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat();
    private final int rotation;
    private final Mat rotated = new Mat();
    private long firstMicros = Long.MIN_VALUE;
    private double timeSeconds;
    private int index = -1;

    private VideoReader(Path file, FFmpegFrameGrabber grabber) {
        this.file = file;
        this.grabber = grabber;
        this.rotation = Math.floorMod((int) -Math.round(grabber.getDisplayRotation() / 90) * 90, 360);
    }

    /** Frames as the film shows them, blue, green, red. */
    public static VideoReader colour(Path file, double scale) {
        return open(file, avutil.AV_PIX_FMT_BGR24, scale);
    }

    /** Frames in grey at full size. */
    public static VideoReader grey(Path file) {
        return open(file, avutil.AV_PIX_FMT_GRAY8, 1);
    }

    private static VideoReader open(Path file, int pixelFormat, double scale) {
        check(file);
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile());
        try {
            grabber.setVideoOption("threads", "2");
            grabber.setPixelFormat(pixelFormat);
            grabber.setImageMode(
                    pixelFormat == avutil.AV_PIX_FMT_GRAY8
                            ? FrameGrabber.ImageMode.GRAY
                            : FrameGrabber.ImageMode.COLOR);
            grabber.start();
            if (grabber.getVideoStream() < 0 || grabber.getImageWidth() <= 0) {
                throw unreadable(file + " has no video in it, only sound or data: choose the film itself.");
            }
            if (scale != 1) {
                int width = (int) Math.round(grabber.getImageWidth() * scale);
                int height = (int) Math.round(grabber.getImageHeight() * scale);
                // The buffers are made at the start, in the size that is set then.
                grabber.stop();
                grabber.setImageWidth(width);
                grabber.setImageHeight(height);
                grabber.start();
            }
            return new VideoReader(file, grabber);
        } catch (FrameGrabber.Exception e) {
            release(grabber);
            throw unreadable(file + " is no video that can be read: convert it to MP4, or upload it again.");
        } catch (TrackerFailure e) {
            release(grabber);
            throw e;
        }
    }

    private static void check(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw unreadable("There is no file " + file + ": upload the video, or correct its name.");
            }
            if (Files.size(file) == 0) {
                throw unreadable(file + " is empty: upload the video again.");
            }
        } catch (IOException e) {
            throw unreadable(file + " cannot be read: " + e.getMessage());
        }
    }

    /** The next frame, which is overwritten by the one after it; none at the end. */
    public Optional<Mat> next() {
        try {
            Frame frame = grabber.grabImage();
            if (frame == null) {
                return Optional.empty();
            }
            if (firstMicros == Long.MIN_VALUE) {
                firstMicros = frame.timestamp;
            }
            timeSeconds = (frame.timestamp - firstMicros) / 1e6;
            index++;
            return Optional.of(upright(converter.convert(frame)));
        } catch (FrameGrabber.Exception e) {
            throw unreadable(file + " is damaged after frame " + index + ": " + e.getMessage());
        }
    }

    /** Seconds since the first frame, of the frame that was read last. */
    public double timeSeconds() {
        return timeSeconds;
    }

    /** The number of the frame that was read last; the first is 0. */
    public int index() {
        return index;
    }

    /** How many frames the file says it has. */
    public int expectedFrames() {
        return Math.max(1, grabber.getLengthInVideoFrames());
    }

    /** To be called at the end: a file that was cut off ends early and without an error. */
    public void checkComplete() {
        double promised = grabber.getLengthInTime() / 1e6;
        double frameSeconds = timeSeconds / Math.max(1, index);
        if (timeSeconds + 2 * frameSeconds < promised * TOLERATED_SHORTFALL) {
            throw new TrackerFailure(
                    TrackerFailure.Cause.VIDEO_ENDS_EARLY,
                    String.format(
                            Locale.ENGLISH,
                            "%s ends early: it says it lasts %.1f s, but can be read for only %.1f s. Copy or upload it again.",
                            file,
                            promised,
                            timeSeconds));
        }
    }

    /** What is known of the video when all its frames were read. */
    public VideoInfo info() {
        boolean turned = rotation % 180 != 0;
        int width = grabber.getImageWidth();
        int height = grabber.getImageHeight();
        int frames = index + 1;
        double fps = timeSeconds > 0 ? (frames - 1) / timeSeconds : grabber.getVideoFrameRate();
        return new VideoInfo(
                String.valueOf(file.getFileName()),
                turned ? height : width,
                turned ? width : height,
                frames,
                timeSeconds,
                fps,
                rotation);
    }

    private Mat upright(Mat frame) {
        if (rotation == 0) {
            return frame;
        }
        int code = switch (rotation) {
            case 90 -> opencv_core.ROTATE_90_CLOCKWISE;
            case 180 -> opencv_core.ROTATE_180;
            default -> opencv_core.ROTATE_90_COUNTERCLOCKWISE;
        };
        opencv_core.rotate(frame, rotated, code);
        return rotated;
    }

    @Override
    public void close() {
        rotated.close();
        converter.close();
        release(grabber);
    }

    private static void release(FFmpegFrameGrabber grabber) {
        try {
            grabber.close();
        } catch (FrameGrabber.Exception e) {
            throw new IllegalStateException("The decoder cannot be closed", e);
        }
    }

    private static TrackerFailure unreadable(String message) {
        return new TrackerFailure(UNREADABLE_VIDEO, message);
    }
}
