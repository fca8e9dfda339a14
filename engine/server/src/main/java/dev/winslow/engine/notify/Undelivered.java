package dev.winslow.engine.notify;

/** A receiver did not take what it was to be told. */
final class Undelivered extends Exception {
    private final Meaning meaning;

    /** What follows from it. */
    enum Meaning {
        /** It is away, or has no time, or something is to be mended: the same may be taken later. */
        LATER,
        /** It does not take this event, whatever it takes else. */
        NOT_THIS,
        /** It is to be told nothing more. */
        NEVER
    }

    /** @param sentence why, in a sentence */
    Undelivered(String sentence, Meaning meaning) {
        super(sentence);
        this.meaning = meaning;
    }

    Meaning meaning() {
        return meaning;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
