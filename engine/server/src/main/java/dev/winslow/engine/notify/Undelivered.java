package dev.winslow.engine.notify;

/** A receiver did not take what it was to be told. */
final class Undelivered extends Exception {
    private final boolean forGood;

    /**
     * @param sentence why, in a sentence
     * @param forGood whether the receiver said that it is to be told nothing more
     */
    Undelivered(String sentence, boolean forGood) {
        super(sentence);
        this.forGood = forGood;
    }

    boolean isForGood() {
        return forGood;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
