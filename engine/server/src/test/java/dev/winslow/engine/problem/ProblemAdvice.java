package dev.winslow.engine.problem;

/** Lets tests of other features set up the HTTP edge as the server does. */
public final class ProblemAdvice {
    private ProblemAdvice() {}

    public static Object create() {
        return new ProblemAnswers();
    }
}
