package dev.winslow.engine.result;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.engine.database.Columns;
import dev.winslow.engine.result.StageResult.Image;
import dev.winslow.engine.result.StageResult.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sorted by all columns of an index, also those that are given: only then does H2 read the newest rows alone, and not every row there ever was. */
@Repository
public class StageResults implements StageTimes {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final int LONGEST_IMAGE = 500;
    private static final int ALIKE = 5;
    private static final int NEWEST = 8;
    private static final int TIMES = 9;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    StageResults(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    public void insert(List<StageResult> results) {
        if (!results.isEmpty()) {
            batches.batchUpdate("""
                    insert into stage_result (attempt_id, project_id, pipeline_key, stage_id, fingerprint, image, digest, secrets,
                                              variables, asked, millis, ended_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, results.stream().map(this::row).toList());
        }
    }

    private @Nullable Object[] row(StageResult result) {
        return new @Nullable Object[] {
            result.attemptId(),
            result.stage().projectId(),
            result.stage().pipelineKey(),
            result.stage().stageId(),
            result.fingerprint(),
            stored(result.image().name()),
            result.image().digest().orElse(null),
            json.writeValueAsString(result.secrets()),
            json.writeValueAsString(result.variables()),
            result.asked(),
            result.took().toMillis(),
            time(result.endedAt())
        };
    }

    /** Those of a stage in a project with this fingerprint, newest first. */
    public List<StageResult> alike(UUID project, String stage, String fingerprint) {
        return jdbc.sql("""
                select * from stage_result
                where project_id = :project and stage_id = :stage and fingerprint = :fingerprint
                order by ended_at desc limit :most
                """)
                .param("project", project)
                .param("stage", stage)
                .param("fingerprint", fingerprint)
                .param("most", ALIKE)
                .query(this::read)
                .list();
    }

    /** The last ones of a stage in a project, newest first. */
    public List<StageResult> newest(UUID project, String stage) {
        return jdbc.sql("""
                select * from stage_result where project_id = :project and stage_id = :stage
                order by project_id desc, stage_id desc, ended_at desc limit :most
                """)
                .param("project", project)
                .param("stage", stage)
                .param("most", NEWEST)
                .query(this::read)
                .list();
    }

    @Override
    public Set<Stage> known(Collection<Stage> stages) {
        record InProject(UUID project, String stage) {}
        if (stages.isEmpty()) {
            return Set.of();
        }
        List<Stage> asked = List.copyOf(stages);
        Set<InProject> found = jdbc.sql("""
                select wanted.project, wanted.stage
                from unnest(cast(:projects as uuid array), cast(:stages as varchar array)) wanted (project, stage)
                where exists (select 1 from stage_result r where r.project_id = wanted.project and r.stage_id = wanted.stage)
                """)
                .param(
                        "projects",
                        Columns.ids(asked.stream().map(Stage::projectId).toList()))
                .param(
                        "stages",
                        Columns.texts(asked.stream().map(Stage::stageId).toList()))
                .query((row, n) -> new InProject(Columns.uuid(row, "project"), row.getString("stage")))
                .set();
        return asked.stream()
                .filter(stage -> found.contains(new InProject(stage.projectId(), stage.stageId())))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Duration> inProject(Stage stage) {
        return jdbc.sql("""
                select millis from stage_result where project_id = :project and stage_id = :stage
                order by project_id desc, stage_id desc, ended_at desc limit :most
                """)
                .param("project", stage.projectId())
                .param("stage", stage.stageId())
                .param("most", TIMES)
                .query((row, n) -> Duration.ofMillis(row.getLong("millis")))
                .list();
    }

    @Override
    public List<Duration> inPipeline(String pipelineKey, String stageId) {
        return jdbc.sql("""
                select millis from stage_result where pipeline_key = :pipeline and stage_id = :stage
                order by pipeline_key desc, stage_id desc, ended_at desc limit :most
                """)
                .param("pipeline", pipelineKey)
                .param("stage", stageId)
                .param("most", TIMES)
                .query((row, n) -> Duration.ofMillis(row.getLong("millis")))
                .list();
    }

    /** Which bytes an image's name stood for when it was told last. */
    public Optional<String> newestDigest(String image) {
        return jdbc.sql("""
                select digest from stage_result where image = :image and digest is not null
                order by image desc, ended_at desc limit 1
                """).param("image", stored(image)).query(String.class).optional();
    }

    private static String stored(String image) {
        return image.substring(0, Math.min(image.length(), LONGEST_IMAGE));
    }

    private StageResult read(ResultSet row, int number) throws SQLException {
        return new StageResult(
                Columns.uuid(row, "attempt_id"),
                new Stage(Columns.uuid(row, "project_id"), row.getString("pipeline_key"), row.getString("stage_id")),
                row.getString("fingerprint"),
                new Image(row.getString("image"), Optional.ofNullable(row.getString("digest"))),
                json.readValue(row.getString("secrets"), TEXTS),
                json.readValue(row.getString("variables"), TEXTS),
                row.getBoolean("asked"),
                Duration.ofMillis(row.getLong("millis")),
                Columns.instant(row, "ended_at"));
    }
}
