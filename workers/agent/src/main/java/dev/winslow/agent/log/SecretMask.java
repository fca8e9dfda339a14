package dev.winslow.agent.log;

import java.util.Comparator;
import java.util.List;

/** Takes the values of secrets out of what a stage writes, before it is kept or sent anywhere. */
public final class SecretMask {
    private static final String MASK = "•••";

    /** Longer ones first: one may be part of another. A multi-line secret is masked line by line. */
    private final List<String> secrets;

    public SecretMask(List<String> secrets) {
        this.secrets = secrets.stream()
                .flatMap(String::lines)
                .filter(secret -> !secret.isBlank())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    public String mask(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }
}
