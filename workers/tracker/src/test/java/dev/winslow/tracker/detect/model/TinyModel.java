package dev.winslow.tracker.detect.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes an ONNX model of the YOLO layout that finds bright squares: one convolution over cells of eight pixels, a sigmoid, and boxes that stand
 * where the cells are. ONNX files are protocol buffers; the numbers are the fields of its schema (onnx.proto3).
 */
final class TinyModel {
    private static final int SIDE = 320;
    private static final int CELL = 8;
    private static final int CELLS = SIDE / CELL;
    private static final int COUNT = CELLS * CELLS;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_INTS = 7;

    private TinyModel() {}

    /** The layout of version 8, or of version 5 (rows, with an objectness that is the same as the score). */
    static Path write(Path file, boolean version5) throws Exception {
        Message graph = new Message()
                .add(
                        1,
                        node("Conv", "c", "images", "w", "b")
                                .add(5, ints("kernel_shape", CELL, CELL))
                                .add(5, ints("strides", CELL, CELL)))
                .add(1, node("Sigmoid", "s", "c"))
                .add(1, node("Reshape", "scores", "s", "shape"));
        if (version5) {
            graph.add(1, node("Concat", "columns", "grid", "scores", "scores").add(5, integer("axis", 1)))
                    .add(1, node("Transpose", "output0", "columns").add(5, ints("perm", 0, 2, 1)));
        } else {
            graph.add(1, node("Concat", "output0", "grid", "scores").add(5, integer("axis", 1)));
        }
        int values = version5 ? 6 : 5;
        graph.text(2, "tiny")
                .add(5, floats("w", weights(), 1, 3, CELL, CELL))
                .add(5, floats("b", new float[] {-30}, 1))
                .add(5, longs("shape", 1, 1, COUNT))
                .add(5, floats("grid", grid(), 1, 4, COUNT))
                .add(11, picture("images", 1, 3, SIDE, SIDE))
                .add(12, version5 ? picture("output0", 1, COUNT, values) : picture("output0", 1, values, COUNT));
        Message model = new Message()
                .number(1, 8)
                .text(2, "winslow-test")
                .add(8, new Message().text(1, "").number(2, 13))
                .add(7, graph)
                .add(14, new Message().text(1, "names").text(2, "{0: 'car'}"));
        return Files.write(file, model.bytes());
    }

    /** White cells score nearly 1, what is darker than three quarters nearly 0. */
    private static float[] weights() {
        float[] weights = new float[3 * CELL * CELL];
        Arrays.fill(weights, 40f / weights.length);
        return weights;
    }

    private static float[] grid() {
        float[] grid = new float[4 * COUNT];
        for (int i = 0; i < COUNT; i++) {
            int row = i / CELLS;
            grid[i] = (i - row * CELLS + 0.5f) * CELL;
            grid[COUNT + i] = (row + 0.5f) * CELL;
            grid[2 * COUNT + i] = 3 * CELL;
            grid[3 * COUNT + i] = 12;
        }
        return grid;
    }

    private static Message node(String operator, String output, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, operator);
    }

    private static Message ints(String name, long... values) {
        Message attribute = new Message().text(1, name);
        for (long value : values) {
            attribute.number(8, value);
        }
        return attribute.number(20, ATTRIBUTE_INTS);
    }

    private static Message integer(String name, long value) {
        return new Message().text(1, name).number(3, value).number(20, ATTRIBUTE_INT);
    }

    private static Message floats(String name, float[] values, long... shape) {
        byte[] bytes = new byte[values.length * Float.BYTES];
        ByteBuffer raw = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        return tensor(name, FLOAT, bytes, shape);
    }

    private static Message longs(String name, long... values) {
        byte[] bytes = new byte[values.length * Long.BYTES];
        ByteBuffer raw = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            raw.putLong(value);
        }
        return tensor(name, INT64, bytes, values.length);
    }

    private static Message tensor(String name, int type, byte[] raw, long... shape) {
        Message tensor = new Message();
        for (long side : shape) {
            tensor.number(1, side);
        }
        return tensor.number(2, type).text(8, name).bytes(9, raw);
    }

    private static Message picture(String name, long... shape) {
        Message sides = new Message();
        for (long side : shape) {
            sides.add(1, new Message().number(1, side));
        }
        return new Message()
                .text(1, name)
                .add(2, new Message().add(1, new Message().number(1, FLOAT).add(2, sides)));
    }

    /** A protocol buffer under construction. */
    private static final class Message {
        private static final int BYTES = 2;

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message add(int field, Message value) {
            return bytes(field, value.bytes());
        }

        Message bytes(int field, byte[] value) {
            varint(((long) field << 3) | BYTES);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void varint(long value) {
            long left = value;
            while ((left & ~0x7FL) != 0) {
                out.write((int) ((left & 0x7F) | 0x80));
                left >>>= 7;
            }
            out.write((int) left);
        }
    }
}
