package dev.winslow.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.minio.ArtifactStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of one random life: left by some of its attempts, and looked at again and again. */
final class RandomFiles {
    private static final Set<AttemptState> LEAVING = Set.of(AttemptState.SUCCEEDED, AttemptState.RELEASED);

    private final RandomGenerator random;
    private final UUID run;
    private final String bucket;
    private final ArtifactStore store;
    private final Workspaces workspaces;
    private final AttemptRepository attempts;
    private final JdbcClient database;
    private final Map<String, String> recorded = new HashMap<>();
    private final Map<String, Set<UUID>> begun = new HashMap<>();

    RandomFiles(ApplicationContext server, RandomGenerator random, UUID project, UUID run) {
        this.random = random;
        this.run = run;
        this.bucket = server.getBean(ProjectService.class).require(project).bucket();
        this.store = server.getBean(ArtifactStore.class);
        this.workspaces = server.getBean(Workspaces.class);
        this.attempts = server.getBean(AttemptRepository.class);
        this.database = server.getBean(JdbcClient.class);
    }

    /** Sometimes a file, sent as a worker does. */
    List<ProducedFile> leave(Attempt attempt) {
        if (random.nextInt(3) > 0) {
            return List.of();
        }
        byte[] bytes = String.valueOf(random.nextInt(10)).getBytes(StandardCharsets.UTF_8);
        String path = attempt.stage().id() + ".txt";
        store.put(
                bucket,
                Workspaces.key(new Workspaces.Origin(run, attempt.stage().id(), attempt.id()), Area.WORKSPACE, path),
                bytes,
                "text/plain");
        return List.of(new ProducedFile(Area.WORKSPACE, path, bytes.length, sha256(bytes)));
    }

    /** A stage begins with what successful ones left, and each try at it with the same. */
    void checkBeginning(Attempt attempt) {
        Set<UUID> inputs = new HashSet<>();
        for (Artifact input : workspaces.inputsOf(attempt.id())) {
            inputs.add(input.id());
            input.source()
                    .attemptId()
                    .ifPresent(source -> assertThat(
                                    attempts.find(source).orElseThrow().state())
                            .as(
                                    "%s of %s begins with %s",
                                    attempt.id(), attempt.stage().id(), input)
                            .isIn(LEAVING));
        }
        Set<UUID> before = begun.put(attempt.jobId(), inputs);
        if (before != null) {
            assertThat(inputs).as("another try at %s", attempt.stage().id()).isEqualTo(before);
        }
    }

    /** What it begins with next is what it has left. */
    void released(Attempt attempt) {
        begun.remove(attempt.jobId());
    }

    /** Nothing that was recorded changes or goes. */
    void check() {
        Map<String, String> now = new HashMap<>();
        database.sql("""
                select id, path, sha256, bucket, object_key from artifact where run_id = :run and removed_at is null
                """).param("run", run).query(row -> {
            now.put(
                    row.getString(1),
                    "%s %s %s/%s".formatted(row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
        });
        assertThat(now).as("files that were recorded are there, unchanged").containsAllEntriesOf(recorded);
        recorded.putAll(now);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
