package dev.winslow.engine.result;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that decides what comes of a stage. Two attempts with the same recipe have the same result, as far as Winslow can tell.
 *
 * @param secrets keyed hashes of the values of secrets, by name; elsewhere they stand as placeholders
 * @param rules by what its success is judged
 * @param files SHA-256 of each file that it starts from, by area and path
 */
public record Recipe(
        String image,
        List<String> arguments,
        Map<String, String> environment,
        Map<String, String> secrets,
        List<String> rules,
        Map<String, String> files) {
    public Recipe {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        secrets = Map.copyOf(secrets);
        rules = List.copyOf(rules);
        files = Map.copyOf(files);
    }

    /** The same for the same. */
    public String fingerprint() {
        MessageDigest digest = sha256();
        feed(digest, List.of(image));
        feed(digest, arguments);
        feed(digest, environment);
        feed(digest, secrets);
        feed(digest, rules);
        feed(digest, files);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void feed(MessageDigest digest, Map<String, String> entries) {
        Map<String, String> ordered = new TreeMap<>(entries);
        feed(digest, ordered.keySet());
        feed(digest, ordered.values());
    }

    /** With lengths, so that no other texts put together make the same bytes. */
    private static void feed(MessageDigest digest, Collection<String> texts) {
        digest.update((texts.size() + ";").getBytes(StandardCharsets.UTF_8));
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
