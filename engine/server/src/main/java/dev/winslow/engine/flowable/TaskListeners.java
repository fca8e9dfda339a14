package dev.winslow.engine.flowable;

import dev.winslow.engine.flowable.ProcessKernel.UserTask;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.flowable.common.engine.api.delegate.event.AbstractFlowableEventListener;
import org.flowable.common.engine.api.delegate.event.FlowableEntityEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.task.api.Task;

/** Passes on that a run has come to a step that waits for a person. */
class TaskListeners extends AbstractFlowableEventListener {
    private final List<Consumer<UserTask>> listeners = new CopyOnWriteArrayList<>();

    void add(Consumer<UserTask> listener) {
        listeners.add(listener);
    }

    @Override
    public void onEvent(FlowableEvent event) {
        if (event instanceof FlowableEntityEvent created
                && created.getEntity() instanceof Task task
                && task.getProcessInstanceId() != null) {
            UserTask opened = UserTasks.view(task);
            listeners.forEach(listener -> listener.accept(opened));
        }
    }

    /** What a listener writes belongs to the transaction: without it the task is not there either. */
    @Override
    public boolean isFailOnException() {
        return true;
    }
}
