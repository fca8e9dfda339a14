package dev.winslow.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import dev.winslow.engine.Changes;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Keeps pages up to date: what changes within the same moment is one refresh. */
@org.springframework.stereotype.Component
public class LiveUpdates {
    private static final long MOMENT_MILLIS = 250;

    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final ExecutorService refreshers = Executors.newVirtualThreadPerTaskExecutor();
    private final Executor inAMoment =
            CompletableFuture.delayedExecutor(MOMENT_MILLIS, TimeUnit.MILLISECONDS, refreshers);
    private final AutoCloseable subscription;

    LiveUpdates(Changes changes) {
        subscription = changes.subscribe(this::changed);
    }

    /** Refreshes while the component is in the page, whenever a project changes that concerns it. */
    public void keep(Component component, Predicate<UUID> concerns, Command refresh) {
        component.addAttachListener(attached -> {
            Registration watch = watch(attached.getUI(), concerns, refresh);
            component.addDetachListener(detached -> {
                watch.remove();
                detached.unregisterListener();
            });
        });
    }

    /** Refreshes every so often while the component is in the page, for what changes without a project's doing. */
    public void every(Duration interval, Component component, Command refresh) {
        component.addAttachListener(attached -> again(interval, attached.getUI(), component, refresh));
    }

    private void again(Duration interval, UI ui, Component component, Command refresh) {
        CompletableFuture.delayedExecutor(interval.toMillis(), TimeUnit.MILLISECONDS, refreshers)
                .execute(() -> {
                    if (ui.isAttached()) {
                        var _ = ui.access(() -> {
                            if (component.isAttached()) {
                                refresh.execute();
                                again(interval, ui, component, refresh);
                            }
                        });
                    }
                });
    }

    private Registration watch(UI ui, Predicate<UUID> concerns, Command refresh) {
        Watch watch = new Watch(ui, concerns, refresh, new AtomicBoolean());
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    private void changed(UUID projectId) {
        for (Watch watch : watches) {
            if (watch.concerns().test(projectId) && watch.due().compareAndSet(false, true)) {
                inAMoment.execute(() -> refresh(watch));
            }
        }
    }

    private static void refresh(Watch watch) {
        watch.due().set(false);
        if (watch.ui().isAttached()) {
            // A refresh that fails goes to the session's error handler.
            var _ = watch.ui().access(watch.refresh());
        }
    }

    @PreDestroy
    void close() throws Exception {
        subscription.close();
        refreshers.shutdownNow();
    }

    private record Watch(UI ui, Predicate<UUID> concerns, Command refresh, AtomicBoolean due) {}
}
