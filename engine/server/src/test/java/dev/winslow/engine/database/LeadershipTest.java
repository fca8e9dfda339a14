package dev.winslow.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** On the database that a trial uses; two servers on PostgreSQL are tried elsewhere. */
class LeadershipTest {
    private static final String WORK = "work";

    private final JdbcClient jdbc =
            JdbcClient.create(new DriverManagerDataSource("jdbc:h2:mem:leadership;DB_CLOSE_DELAY=-1", "sa", ""));
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final Leadership one = new Leadership(jdbc, () -> now);
    private final Leadership other = new Leadership(jdbc, () -> now);

    @BeforeEach
    void table() {
        jdbc.sql("drop table if exists leadership").update();
        jdbc.sql(
                        "create table leadership (name varchar(50) primary key, holder uuid, expires_at timestamp with time zone)")
                .update();
    }

    @Test
    void isWithOneAsLongAsItAsksInTime() {
        assertThat(one.leads(WORK)).isTrue();
        for (int round = 0; round < 5; round++) {
            assertThat(other.leads(WORK)).isFalse();
            now = now.plus(Leadership.TERM.minus(Duration.ofSeconds(1)));
            assertThat(one.leads(WORK)).isTrue();
        }
    }

    @Test
    void isAskedForAgainWhenHalfOfTheTermIsOver() {
        one.leads(WORK);
        Instant first = end();

        now = now.plus(Leadership.TERM.dividedBy(2)).minusMillis(1);
        assertThat(one.leads(WORK)).isTrue();
        assertThat(end()).isEqualTo(first);

        now = now.plusMillis(1);
        assertThat(one.leads(WORK)).isTrue();
        assertThat(end()).isEqualTo(now.plus(Leadership.TERM));
    }

    @Test
    void isNotTakenForGrantedByAClockThatWasSetBack() {
        one.leads(WORK);
        now = now.minusSeconds(1);
        jdbc.sql("delete from leadership").update();

        assertThat(other.leads(WORK)).isTrue();
        assertThat(one.leads(WORK)).isFalse();
    }

    private Instant end() {
        return jdbc.sql("select expires_at from leadership")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    @Test
    void goesToAnotherAfterTheTermOfOneThatIsSilent() {
        assertThat(one.leads(WORK)).isTrue();
        now = now.plus(Leadership.TERM).plusMillis(1);

        assertThat(other.leads(WORK)).isTrue();
        assertThat(one.leads(WORK)).isFalse();
    }

    @Test
    void goesToAnotherAtOnceWhenItIsGivenBack() {
        assertThat(one.leads(WORK)).isTrue();
        one.resign(WORK);

        assertThat(other.leads(WORK)).isTrue();
        one.resign(WORK);
        assertThat(one.leads(WORK)).isFalse();
    }

    @Test
    void isForEachWorkApart() {
        assertThat(one.leads(WORK)).isTrue();
        assertThat(other.leads("other work")).isTrue();
    }
}
