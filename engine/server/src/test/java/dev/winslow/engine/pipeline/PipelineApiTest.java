package dev.winslow.engine.pipeline;

import dev.winslow.engine.flowable.KernelOnADatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Pipelines on the embedded database. */
class PipelineApiTest extends PipelineApiContract {
    private static KernelOnADatabase database;

    @BeforeAll
    static void start() {
        database = KernelOnADatabase.at("jdbc:h2:mem:pipelines;DB_CLOSE_DELAY=-1", "sa");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Override
    KernelOnADatabase database() {
        return database;
    }
}
