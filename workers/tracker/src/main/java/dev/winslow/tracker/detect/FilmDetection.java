package dev.winslow.tracker.detect;

import dev.winslow.tracker.file.CameraFrame;
import dev.winslow.tracker.file.Detection;
import dev.winslow.tracker.file.VideoInfo;
import java.util.List;

/** A way of finding the vehicles of a film. */
public interface FilmDetection {
    /** The vehicles of all frames that the camera places, in pixels of the reference frame, frame by frame. */
    List<Detection> detect(VideoInfo info, List<CameraFrame> camera);
}
