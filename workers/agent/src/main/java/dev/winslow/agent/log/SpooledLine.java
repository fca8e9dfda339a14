package dev.winslow.agent.log;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A line as it lies in the spool: where its stream goes on, its time in microseconds, its stream, its text. Its number is its place.
 *
 * @param next up to where the stream was read with it
 */
record SpooledLine(LogLine line, long next) {
    private static final long MICROS = 1_000_000;

    byte[] bytes() {
        String text = line.text();
        boolean oneLine = text.indexOf('\n') < 0;
        String spooled = next + " " + micros(line.time()) + " " + line.stream() + " "
                + (oneLine ? text : text.replace('\n', ' ')) + "\n";
        return spooled.getBytes(StandardCharsets.UTF_8);
    }

    /** Of a whole line with its end. */
    static SpooledLine read(byte[] bytes, long number) {
        String spooled = new String(bytes, 0, bytes.length - 1, StandardCharsets.UTF_8);
        int time = spooled.indexOf(' ');
        int stream = spooled.indexOf(' ', time + 1);
        int text = spooled.indexOf(' ', stream + 1);
        return new SpooledLine(
                new LogLine(
                        number,
                        instant(Long.parseLong(spooled, time + 1, stream, 10)),
                        LogStream.valueOf(spooled.substring(stream + 1, text)),
                        spooled.substring(text + 1)),
                Long.parseLong(spooled, 0, time, 10));
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * MICROS + time.getNano() / 1000;
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
    }
}
