package dev.winslow.engine.flowable;

import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.history.DefaultHistoryConfigurationSettings;
import org.flowable.engine.runtime.ActivityInstance;
import org.jspecify.annotations.Nullable;

/** Flowable keeps the variables of runs that have ended, and no history of their steps: that is Winslow's own, with attempts and events. */
class LeanHistory extends DefaultHistoryConfigurationSettings {
    LeanHistory(ProcessEngineConfigurationImpl engine) {
        super(engine);
    }

    @Override
    public boolean isHistoryEnabledForActivity(ActivityInstance activity) {
        return false;
    }

    @Override
    public boolean isHistoryEnabledForActivity(@Nullable String definitionId, @Nullable String activityId) {
        return false;
    }
}
