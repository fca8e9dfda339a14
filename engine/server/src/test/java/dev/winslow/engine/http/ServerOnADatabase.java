package dev.winslow.engine.http;

import dev.winslow.minio.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The whole server on a given database, with a storage of its own, on a free port. */
public record ServerOnADatabase(ConfigurableApplicationContext context, Path data) implements AutoCloseable {

    public static ServerOnADatabase at(String url, String user, Path data, String... more) {
        String[] properties = Stream.concat(
                        Stream.of(
                                "winslow.data=" + data,
                                "server.port=0",
                                "winslow.uploads.check-up-to=1MB",
                                "spring.datasource.url=" + url,
                                "spring.datasource.username=" + user,
                                "spring.jackson.default-property-inclusion=non_absent",
                                "spring.threads.virtual.enabled=true",
                                "springdoc.api-docs.path=/api/docs/openapi",
                                "spring.main.banner-mode=off",
                                "management.endpoints.web.exposure.include=health,prometheus",
                                // Tests archive when they want to see what comes of it.
                                "winslow.log-archive-interval=PT1H",
                                // And look through the buckets.
                                "winslow.found-files.interval=PT1H",
                                "logging.level.root=error"),
                        Arrays.stream(more))
                .toArray(String[]::new);
        return new ServerOnADatabase(
                new SpringApplicationBuilder(Setup.class).properties(properties).run(), data);
    }

    public static Path newFolder() {
        try {
            return Files.createTempDirectory("winslow-server");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a person's program. */
    Caller caller() {
        return new Caller(address(), token("cli.token"));
    }

    String token(String file) {
        try {
            return Files.readString(data.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void leap(Duration duration) {
        clock().leap(duration);
    }

    LeapingClock clock() {
        return context.getBean(LeapingClock.class);
    }

    HeldStore store() {
        return context.getBean(HeldStore.class);
    }

    /** How many queries this work asks on this thread: outside of a transaction each takes a connection. */
    int countingQueries(Runnable work) {
        return context.getBean(CountingDataSource.class).during(work);
    }

    /** The storage; where the test says so, something happens in the middle of its calls. */
    WatchedStore watchedStore() {
        return WatchedStore.of(context.getBean(ArtifactStore.class));
    }

    JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's own beans, without the small set-ups of other tests. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "dev.winslow.engine",
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|IT|Contract|OnADatabase)\\$.*"))
    static class Setup {
        @Bean
        @Primary
        LeapingClock leapingClock() {
            return new LeapingClock();
        }

        @Bean
        static HeldStore heldStore() {
            return new HeldStore();
        }

        @Bean
        static BeanPostProcessor watch(HeldStore held) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return switch (bean) {
                        case DataSource source -> new CountingDataSource(source);
                        case ArtifactStore store -> WatchedStore.around(held.around(store));
                        default -> bean;
                    };
                }
            };
        }
    }
}
