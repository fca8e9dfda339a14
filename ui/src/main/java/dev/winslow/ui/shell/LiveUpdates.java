package dev.winslow.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import dev.winslow.engine.Changes;
import dev.winslow.engine.history.Event;
import dev.winslow.engine.notify.EventWatch;
import dev.winslow.engine.stage.Attempts;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;

/** Keeps pages up to date: what changes within the same moment is one refresh. */
@org.springframework.stereotype.Component
public class LiveUpdates {
    private static final Duration MOMENT = Duration.ofMillis(250);
    private static final Duration PROGRESS_ELSEWHERE = Duration.ofSeconds(5);

    private final Watches all = new Watches();
    private final Watches ofMoves = new Watches();
    private final ExecutorService refreshers = Executors.newVirtualThreadPerTaskExecutor();
    private final Executor inAMoment = in(MOMENT);
    private final OtherServers others;
    private final Function<Consumer<List<Event>>, AutoCloseable> events;
    private final Duration pause;
    private final List<AutoCloseable> subscriptions = new CopyOnWriteArrayList<>();
    private final AtomicBoolean listening = new AtomicBoolean();

    @Autowired
    LiveUpdates(Changes changes, EventWatch events, Attempts attempts) {
        this(changes, events::listen, attempts::projectsAtWork, PROGRESS_ELSEWHERE);
    }

    /**
     * @param events has the events of all servers told to a listener, until that is closed
     * @param atWork projects of which something runs
     * @param pause between two looks for progress that is reported to other servers
     */
    LiveUpdates(
            Changes changes,
            Function<Consumer<List<Event>>, AutoCloseable> events,
            Supplier<Set<UUID>> atWork,
            Duration pause) {
        this.events = events;
        this.pause = pause;
        others = new OtherServers(atWork, pause);
        subscriptions.add(changes.subscribe(project -> {
            others.told(project);
            changed(all, project);
        }));
        subscriptions.add(changes.subscribeToMoves(project -> changed(ofMoves, project)));
    }

    /** Not before there is a page. */
    private void listenToOthers() {
        if (!listening.compareAndSet(false, true)) {
            return;
        }
        try {
            subscriptions.add(events.apply(told -> others.changed(told).forEach(project -> {
                changed(all, project);
                changed(ofMoves, project);
            })));
        } catch (RuntimeException e) {
            // The next page tries it again.
            listening.set(false);
            throw e;
        }
        lookForProgress();
    }

    private void lookForProgress() {
        in(pause).execute(() -> {
            try {
                others.silent().forEach(project -> changed(all, project));
            } finally {
                lookForProgress();
            }
        });
    }

    private Executor in(Duration delay) {
        return CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, refreshers);
    }

    /**
     * Refreshes while the component is in the page, whenever a project changes that concerns it. To be called before the component is
     * drawn: what changes between that and its coming into the page is seen too.
     */
    public void keep(Component component, Predicate<UUID> concerns, Command refresh) {
        keep(all, component, concerns, refresh);
    }

    /** As {@link #keep}, for every project, and not where a stage has only come further. */
    public void keepMoves(Component component, Command refresh) {
        keep(ofMoves, component, project -> true, refresh);
    }

    private void keep(Watches watches, Component component, Predicate<UUID> concerns, Command refresh) {
        AtomicLong seen = new AtomicLong(watches.changes().get());
        component.addAttachListener(attached -> {
            listenToOthers();
            Watch watch = new Watch(attached.getUI(), concerns, refresh, new AtomicBoolean());
            watches.open().add(watch);
            if (watches.changes().get() != seen.get()) {
                refreshSoon(watch);
            }
            component.addDetachListener(detached -> {
                watches.open().remove(watch);
                seen.set(watches.changes().get());
                detached.unregisterListener();
            });
        });
    }

    /** Refreshes every so often while the component is in the page, for what changes without a project's doing. */
    public void every(Duration interval, Component component, Command refresh) {
        component.addAttachListener(attached -> again(interval, attached.getUI(), component, refresh));
    }

    private void again(Duration interval, UI ui, Component component, Command refresh) {
        in(interval).execute(() -> {
            if (ui.isAttached()) {
                var _ = ui.access(() -> {
                    if (component.isAttached()) {
                        // First, so that one that fails is not the last.
                        again(interval, ui, component, refresh);
                        refresh.execute();
                    }
                });
            }
        });
    }

    private void changed(Watches watches, UUID projectId) {
        watches.changes().incrementAndGet();
        for (Watch watch : watches.open()) {
            if (watch.concerns().test(projectId)) {
                refreshSoon(watch);
            }
        }
    }

    private void refreshSoon(Watch watch) {
        if (watch.due().compareAndSet(false, true)) {
            inAMoment.execute(() -> refresh(watch));
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
        for (AutoCloseable subscription : subscriptions) {
            subscription.close();
        }
        refreshers.shutdownNow();
    }

    /** @param changes how many there were */
    private record Watches(List<Watch> open, AtomicLong changes) {
        Watches() {
            this(new CopyOnWriteArrayList<>(), new AtomicLong());
        }
    }

    private record Watch(UI ui, Predicate<UUID> concerns, Command refresh, AtomicBoolean due) {}
}
