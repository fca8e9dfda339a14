package dev.winslow.engine.flowable;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.flowable.common.engine.api.delegate.event.AbstractFlowableEventListener;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;

/** Passes on that a timer of a run is due. */
class TimerListeners extends AbstractFlowableEventListener {
    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();

    void add(Consumer<UUID> listener) {
        listeners.add(listener);
    }

    @Override
    public void onEvent(FlowableEvent event) {
        if (event instanceof FlowableEngineEvent timer && timer.getProcessInstanceId() != null) {
            UUID run = UUID.fromString(timer.getProcessInstanceId());
            listeners.forEach(listener -> listener.accept(run));
        }
    }

    /** A listener's failure is no reason to hold back the timer. */
    @Override
    public boolean isFailOnException() {
        return false;
    }
}
