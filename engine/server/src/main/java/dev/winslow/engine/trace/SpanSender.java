package dev.winslow.engine.trace;

import java.util.List;

/** Takes spans to where they are kept. */
interface SpanSender extends AutoCloseable {
    Answer send(List<TracedSpan> spans);

    @Override
    void close();

    /** How they were taken. */
    enum Answer {
        TAKEN,
        /** Nobody is there, or has time: try again. */
        AWAY,
        /** These will never be taken. */
        REFUSED
    }
}
