package dev.winslow.engine.flowable;

import java.util.List;
import java.util.UUID;

/** Takes runs from one version of their pipeline to another. Every call joins the caller's transaction where there is one. */
public interface RunMigrations {

    /** What the process engine finds in the way, in its own words; nothing where it would go on with the other version. */
    List<String> hindrances(UUID runId, String definitionId);

    /**
     * The run goes on with the other version where it stands. Its user tasks stay; a stage that is dead stays so.
     *
     * @throws CannotGoOn where the engine refuses in the middle of it
     */
    void migrate(UUID runId, String definitionId);
}
