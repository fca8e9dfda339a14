package dev.winslow.tracker.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FFV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P10LE;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.opencv_core.Mat;

/** Makes films for tests: blocks of random grey on the ground, over which the camera may pan, and a white car that drives to the right. */
public final class Film {
    public static final int WIDTH = 320;
    public static final int HEIGHT = 240;
    private static final int BLOCK = 8;
    private static final int RATE = 25;

    private IntUnaryOperator pan = frame -> 0;
    private IntToDoubleFunction seconds = frame -> frame / (double) RATE;
    private double rotation;
    private boolean tenBit;

    /** By how many pixels the camera has moved to the right in a frame. */
    public Film panning(IntUnaryOperator pixels) {
        pan = pixels;
        return this;
    }

    Film at(IntToDoubleFunction secondsOfFrame) {
        seconds = secondsOfFrame;
        return this;
    }

    Film rotated(double degrees) {
        rotation = degrees;
        return this;
    }

    Film tenBit() {
        tenBit = true;
        return this;
    }

    public Path record(Path file, int frames) throws Exception {
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), WIDTH, HEIGHT, 0);
                OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat();
                Mat picture = new Mat(HEIGHT, WIDTH, CV_8UC3)) {
            recorder.setFrameRate(RATE);
            recorder.setVideoCodec(tenBit ? AV_CODEC_ID_FFV1 : AV_CODEC_ID_MPEG4);
            recorder.setPixelFormat(tenBit ? AV_PIX_FMT_YUV420P10LE : AV_PIX_FMT_YUV420P);
            recorder.setVideoBitrate(4_000_000);
            if (!tenBit) {
                recorder.setOption("movflags", "+faststart");
            }
            if (rotation != 0) {
                recorder.setDisplayRotation(rotation);
            }
            recorder.start();
            for (int frame = 0; frame < frames; frame++) {
                paint(picture, frame);
                recorder.setTimestamp(Math.round(seconds.applyAsDouble(frame) * 1e6));
                recorder.record(converter.convert(picture));
            }
        }
        return file;
    }

    static Path sound(Path file) throws Exception {
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 1)) {
            recorder.setAudioCodec(AV_CODEC_ID_AAC);
            recorder.setSampleRate(44_100);
            recorder.start();
            Frame silence = new Frame();
            silence.sampleRate = 44_100;
            silence.audioChannels = 1;
            silence.samples = new FloatBuffer[] {FloatBuffer.allocate(44_100)};
            recorder.record(silence);
        }
        return file;
    }

    private void paint(Mat picture, int frame) {
        ByteBuffer pixels = picture.createBuffer();
        int car = 20 + 6 * frame;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean onCar = Math.abs(x - car) < 12 && Math.abs(y - HEIGHT / 2) < 6;
                byte value = (byte) (onCar ? 250 : ground(x + pan.applyAsInt(frame), y));
                for (int channel = 0; channel < 3; channel++) {
                    pixels.put((y * WIDTH + x) * 3 + channel, value);
                }
            }
        }
    }

    private static int ground(int x, int y) {
        long seed = Math.floorDiv(x, BLOCK) * 7919L + Math.floorDiv(y, BLOCK) * 104_729L;
        return 40 + new Random(seed).nextInt(120);
    }
}
