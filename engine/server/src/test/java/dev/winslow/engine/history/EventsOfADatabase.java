package dev.winslow.engine.history;

import dev.winslow.engine.Changes;
import java.time.InstantSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What happened, as a database says, for tests that have no whole server. */
public final class EventsOfADatabase {
    private EventsOfADatabase() {}

    public static Events of(ApplicationContext context) {
        return new Events(
                new EventRepository(
                        context.getBean(JdbcClient.class),
                        context.getBean(JdbcTemplate.class),
                        JsonMapper.builder().build()),
                new Changes(),
                InstantSource.system());
    }
}
