package dev.winslow.engine.flowable;

/** The engine does not accept a process, though Winslow found nothing wrong with it; the message says why, in the engine's words. */
public class DefinitionRefused extends RuntimeException {
    DefinitionRefused(RuntimeException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
