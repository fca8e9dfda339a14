package dev.winslow.processes;

import dev.winslow.engine.Changes;
import java.time.InstantSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The part of the server that runs pipelines, without workers, storage or web. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({"dev.winslow.engine.flowable", "dev.winslow.engine.history", "dev.winslow.engine.pipeline"})
@Import(Changes.class)
class EngineInMemory {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(EngineInMemory.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=jdbc:h2:mem:processes;DB_CLOSE_DELAY=-1",
                        "spring.datasource.username=sa",
                        "spring.main.banner-mode=off",
                        "logging.level.root=warn")
                .run();
    }
}
