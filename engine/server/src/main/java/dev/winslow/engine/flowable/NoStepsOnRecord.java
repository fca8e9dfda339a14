package dev.winslow.engine.flowable;

import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.persistence.entity.ActivityInstanceEntityManagerImpl;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.impl.persistence.entity.data.impl.MybatisActivityInstanceDataManager;

/**
 * Flowable writes a row for every step and every flow that a run passes, which nothing needs to move the run, and nobody here reads: as with
 * {@link LeanHistory}, what happened is told by attempts and events.
 */
class NoStepsOnRecord extends ActivityInstanceEntityManagerImpl {
    NoStepsOnRecord(ProcessEngineConfigurationImpl engine) {
        super(engine, new MybatisActivityInstanceDataManager(engine));
    }

    @Override
    public void recordActivityStart(ExecutionEntity execution) {
        // Nobody asks.
    }

    @Override
    public void recordActivityEnd(ExecutionEntity execution, String deleteReason) {
        // Nobody asks.
    }

    @Override
    public void recordSequenceFlowTaken(ExecutionEntity execution) {
        // Nobody asks.
    }
}
