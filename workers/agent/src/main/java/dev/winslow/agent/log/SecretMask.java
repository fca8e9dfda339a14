package dev.winslow.agent.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Takes the values of secrets out of what a stage writes, before it is kept or sent anywhere. */
public final class SecretMask {
    private static final String MASK = "•••";

    /** Longer ones first: one may be part of another. A multi-line secret is masked line by line. */
    private final List<String> secrets;

    private final List<byte[]> bytes;

    public SecretMask(List<String> secrets) {
        this.secrets = secrets.stream()
                .flatMap(String::lines)
                .filter(secret -> !secret.isBlank())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.bytes = this.secrets.stream()
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** The bytes of the longest. */
    int longest() {
        return bytes.stream().mapToInt(secret -> secret.length).max().orElse(0);
    }

    /**
     * Where to cut a line that is too long, so that no secret comes to lie on both sides.
     *
     * @param start where the line begins in the text
     * @param wanted where it would be cut
     * @param end up to where the text is known
     */
    int cut(byte[] text, int start, int wanted, int end) {
        int cut = wanted;
        for (int found = across(text, start, cut, end); found < cut; found = across(text, start, cut, end)) {
            cut = found;
        }
        return cut > start ? cut : wanted;
    }

    /** Where the first secret begins that lies across the cut; the cut itself where there is none. */
    private int across(byte[] text, int start, int cut, int end) {
        int first = cut;
        for (byte[] secret : bytes) {
            for (int from = Math.max(start, cut - secret.length + 1); from < first; from++) {
                if (from + secret.length <= end
                        && Arrays.equals(text, from, from + secret.length, secret, 0, secret.length)) {
                    first = from;
                }
            }
        }
        return first;
    }

    public String mask(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }
}
