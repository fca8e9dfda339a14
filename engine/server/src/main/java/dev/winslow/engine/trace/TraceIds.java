package dev.winslow.engine.trace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** The ids of traces and spans, which follow from those of runs, jobs and attempts: whoever sends a span, and however often, gives it the same. */
public final class TraceIds {
    private TraceIds() {}

    /** That of the run, without its hyphens. */
    public static String trace(UUID run) {
        return HexFormat.of().toHexDigits(run.getMostSignificantBits())
                + HexFormat.of().toHexDigits(run.getLeastSignificantBits());
    }

    static String run(UUID run) {
        return span("run " + run);
    }

    static String stage(UUID run, String job) {
        return span("stage " + run + " " + job);
    }

    static String attempt(UUID attempt) {
        return span("attempt " + attempt);
    }

    static String phase(UUID attempt, String phase) {
        return span("phase " + attempt + " " + phase);
    }

    /** What a program needs to hang its own spans under that of its attempt, as W3C Trace Context writes it. */
    static String parent(UUID run, UUID attempt) {
        return "00-" + trace(run) + "-" + attempt(attempt) + "-01";
    }

    private static String span(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().toHexDigits(ByteBuffer.wrap(digest).getLong() | 1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
