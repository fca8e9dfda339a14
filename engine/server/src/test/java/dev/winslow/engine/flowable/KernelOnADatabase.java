package dev.winslow.engine.flowable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** A kernel as the server sets it up, on a given database, with a clock that tests step. */
public record KernelOnADatabase(ConfigurableApplicationContext context) implements AutoCloseable {

    public static KernelOnADatabase at(String url, String user) {
        return new KernelOnADatabase(new SpringApplicationBuilder(Setup.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + user,
                        "spring.main.banner-mode=off",
                        "logging.level.root=warn")
                .run());
    }

    public ProcessKernel kernel() {
        return context.getBean(ProcessKernel.class);
    }

    TransactionTemplate transactions() {
        return context.getBean(TransactionTemplate.class);
    }

    SteppedClock clock() {
        return context.getBean(SteppedClock.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(KernelConfiguration.class)
    static class Setup {
        @Bean
        SteppedClock clock() {
            return new SteppedClock();
        }
    }

    /** Starts a little ahead of the machine's clock, with which Flowable stamps its rows. */
    static class SteppedClock implements InstantSource {
        private volatile Instant now =
                Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofHours(1));

        @Override
        public Instant instant() {
            return now;
        }

        void step(Duration duration) {
            now = now.plus(duration);
        }
    }
}
