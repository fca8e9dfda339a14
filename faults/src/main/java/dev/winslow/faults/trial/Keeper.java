package dev.winslow.faults.trial;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Starts again what ended by itself, as Docker or systemd would do. */
final class Keeper {
    private static final long PAUSE_MILLIS = 300;

    private final Collection<Component> components;
    private final Timeline timeline;
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::keep);

    Keeper(Collection<Component> components, Timeline timeline) {
        this.components = components;
        this.timeline = timeline;
    }

    /** Names of the programs that ended by themselves, once for each time. */
    List<String> ended() {
        return List.copyOf(ended);
    }

    void start() {
        thread.start();
    }

    private void keep() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                for (Component component : List.copyOf(components)) {
                    if (component.isMissing()) {
                        timeline.note(component.name() + " ended by itself; it is started again");
                        ended.add(component.name());
                        component.start();
                    }
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException broken) {
            timeline.note("A program could not be started again: " + broken);
        }
    }

    void end() throws InterruptedException {
        thread.interrupt();
        if (thread.getState() != Thread.State.NEW) {
            thread.join();
        }
    }
}
