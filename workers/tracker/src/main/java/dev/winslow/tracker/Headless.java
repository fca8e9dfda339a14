package dev.winslow.tracker;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_highgui;

/**
 * OpenCV without its windows. The bindings load them along with what the stages use, although nothing opens one, and they need GTK and X, which
 * servers and containers do not have.
 */
final class Headless {
    private static final String LOADING = "org.bytedeco.javacpp.loadLibraries";

    private Headless() {}

    /** To be called before anything else of OpenCV. */
    static void leaveWindowsOut() {
        System.setProperty(LOADING, "false");
        try {
            Class.forName(opencv_highgui.class.getName(), true, Loader.class.getClassLoader());
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException("OpenCV's bindings are incomplete", absent);
        } finally {
            System.clearProperty(LOADING);
        }
    }
}
