package dev.winslow.agent.executor;

import java.io.IOException;

/** Puts a sentence into the attempt's log. */
@FunctionalInterface
public interface Announcer {
    void say(String sentence) throws IOException;
}
