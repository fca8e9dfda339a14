package dev.winslow.engine.flowable;

import java.util.List;
import java.util.UUID;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.engine.ProcessMigrationService;
import org.flowable.engine.migration.ProcessInstanceMigrationBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes runs to other versions by Flowable's own migration: elements go where the same id is. */
class FlowableMigrations implements RunMigrations {
    private final ProcessMigrationService migrations;
    private final JobTable jobs;
    private final TransactionTemplate transactions;

    FlowableMigrations(ProcessMigrationService migrations, JobTable jobs, TransactionTemplate transactions) {
        this.migrations = migrations;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    @Override
    public List<String> hindrances(UUID runId, String definitionId) {
        return List.copyOf(to(definitionId).validateMigration(runId.toString()).getValidationMessages());
    }

    @Override
    public void migrate(UUID runId, String definitionId) {
        try {
            transactions.executeWithoutResult(status -> {
                if (!jobs.lockRun(runId.toString())) {
                    throw new IllegalStateException("Expected to migrate run " + runId + ", but it has ended");
                }
                to(definitionId).migrate(runId.toString());
            });
        } catch (FlowableException refused) {
            throw new CannotGoOn(refused);
        }
    }

    private ProcessInstanceMigrationBuilder to(String definitionId) {
        return migrations.createProcessInstanceMigrationBuilder().migrateToProcessDefinition(definitionId);
    }
}
