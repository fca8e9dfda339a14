/** Detection with a neural network: ONNX models whose output is that of the YOLO family. */
@NullMarked
package dev.winslow.tracker.detect.model;

import org.jspecify.annotations.NullMarked;
