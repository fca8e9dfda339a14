package dev.winslow.engine.stage;

import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.result.Recipe;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.variable.Levels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Draws up what decides on the result of an attempt. */
final class Recipes {
    private static final String MAC = "HmacSHA256";

    private Recipes() {}

    /** Of a stage that runs for each item of a list its item counts, and not the list. */
    static Recipe of(StageSpec stage, Effective effective, Map<String, String> secrets, Collection<Artifact> inputs) {
        Map<String, String> environment = new TreeMap<>(effective.environment());
        stage.each().map(StageSpec.Each::list).ifPresent(environment::remove);
        return new Recipe(
                effective.image(),
                effective.arguments(),
                environment,
                secrets,
                Stream.concat(
                                effective.failPatterns().stream(),
                                Stream.of(effective.exitCodes().toString()))
                        .toList(),
                inputs.stream()
                        .collect(Collectors.toMap(
                                file -> file.area() + "/" + file.path(),
                                file -> file.content().sha256(),
                                (one, other) -> other)));
    }

    /** Hashes by which a secret that changed is noticed; with the project's key, so that those of two projects cannot be compared. */
    static Map<String, String> secrets(Run run, Levels levels) {
        Map<String, String> values = levels.values();
        Map<String, String> hashes = new TreeMap<>();
        levels.secrets().stream()
                .filter(values::containsKey)
                .forEach(name -> hashes.put(name, hash(run, List.of(name, values.getOrDefault(name, "")))));
        return hashes;
    }

    private static String hash(Run run, List<String> texts) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(run.projectId().toString().getBytes(StandardCharsets.UTF_8), MAC));
            texts.forEach(text -> mac.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + MAC, e);
        }
    }
}
