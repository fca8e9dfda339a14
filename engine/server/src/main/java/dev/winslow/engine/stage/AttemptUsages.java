package dev.winslow.engine.stage;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.stage.AttemptUsage;
import dev.winslow.api.worker.MeasuredAttempt;
import dev.winslow.engine.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What attempts used of their nodes. */
@Repository
public class AttemptUsages {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AttemptRepository attempts;

    AttemptUsages(JdbcClient jdbc, JsonMapper json, AttemptRepository attempts) {
        this.jdbc = jdbc;
        this.json = json;
        this.attempts = attempts;
    }

    /** What comes under a stale lease is passed over: it belongs to nobody any more. */
    public void take(List<MeasuredAttempt> measured) {
        Map<UUID, Attempt> known =
                attempts
                        .find(measured.stream()
                                .map(each -> each.lease().attemptId())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Attempt::id, Function.identity()));
        measured.forEach(each -> {
            UUID attempt = each.lease().attemptId();
            switch (LeaseCheck.of(
                    Optional.ofNullable(known.get(attempt)), each.lease().leaseToken())) {
                case LeaseCheck.Held held -> put(attempt, each.usage());
                case LeaseCheck.Ended ended -> put(attempt, each.usage());
                case LeaseCheck.Stale stale -> {}
            }
        });
    }

    private void put(UUID attempt, AttemptUsage usage) {
        String content = json.writeValueAsString(usage);
        if (write("update attempt_usage set content = :content where attempt_id = :id", attempt, content) == 0) {
            try {
                write("insert into attempt_usage (attempt_id, content) values (:id, :content)", attempt, content);
            } catch (DuplicateKeyException raced) {
                write("update attempt_usage set content = :content where attempt_id = :id", attempt, content);
            }
        }
    }

    private int write(String sql, UUID attempt, String content) {
        return jdbc.sql(sql).param("id", attempt).param("content", content).update();
    }

    /** Empty where nothing was measured, as before its program begins. */
    public Optional<AttemptUsage> find(UUID attempt) {
        return jdbc.sql("select content from attempt_usage where attempt_id = :id")
                .param("id", attempt)
                .query((row, number) -> json.readValue(row.getString("content"), AttemptUsage.class))
                .optional();
    }

    public AttemptUsage require(UUID attempt) {
        return find(attempt)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "Nothing was measured of the attempt " + attempt + ".",
                        "It is measured while its program runs; ask again then, or name another attempt."));
    }
}
