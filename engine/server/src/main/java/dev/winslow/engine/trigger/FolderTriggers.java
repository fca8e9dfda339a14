package dev.winslow.engine.trigger;

import dev.winslow.api.artifact.FileView;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.trigger.Firings.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fires for each film that arrives in a watched folder of the pool, on whichever server sees it first. */
@Component
public class FolderTriggers {
    private static final Logger log = LoggerFactory.getLogger(FolderTriggers.class);
    /** A file may be seen so much later than it says that it came. */
    private static final Duration LONGEST_COMMIT = Duration.ofMinutes(10);

    private final TriggerRepository triggers;
    private final FiringRepository fired;
    private final Firings firings;
    private final FileService files;
    private final FilmStart start;
    private final InstantSource clock;
    /** Up to when a trigger has no film left to fire for, so that not all of a large pool is looked at again and again. */
    private final Map<UUID, Instant> doneUpTo = new ConcurrentHashMap<>();

    FolderTriggers(
            TriggerRepository triggers,
            FiringRepository fired,
            Firings firings,
            FileService files,
            FilmStart start,
            InstantSource clock) {
        this.triggers = triggers;
        this.fired = fired;
        this.firings = firings;
        this.files = files;
        this.start = start;
        this.clock = clock;
    }

    public void fireArrived() {
        Instant now = clock.instant();
        List<Trigger> watching = triggers.watchingFolders();
        Optional<Instant> since = watching.stream().map(this::since).min(Comparator.naturalOrder());
        since.map(files::poolSince)
                .ifPresent(arrived -> watching.forEach(trigger -> {
                    if (look(trigger, arrived)) {
                        doneUpTo.put(trigger.id(), now.minus(LONGEST_COMMIT));
                    }
                }));
    }

    private Instant since(Trigger trigger) {
        Instant done = doneUpTo.getOrDefault(trigger.id(), trigger.enabledAt());
        return done.isAfter(trigger.enabledAt()) ? done : trigger.enabledAt();
    }

    /** Whether nothing is left to be tried again. */
    private boolean look(Trigger trigger, List<FileView> arrived) {
        return arrived.stream()
                .filter(file -> isAwaited(trigger, file))
                .map(film -> isFired(trigger, film))
                .reduce(true, Boolean::logicalAnd);
    }

    private boolean isAwaited(Trigger trigger, FileView file) {
        return !file.createdAt().isBefore(trigger.enabledAt())
                && trigger.folder()
                        .filter(folder -> Template.fits(folder, file.path()))
                        .isPresent()
                && !fired.isFired(trigger.id(), file.id());
    }

    /** One that cannot be fired now does not keep the others from it; the next round tries again. */
    private boolean isFired(Trigger trigger, FileView film) {
        Cause cause =
                new Cause(trigger.id(), film.createdAt(), Optional.of(film.id()), locked -> isAwaited(locked, film));
        try {
            firings.fire(cause, locked -> start.begin(locked, film));
            return true;
        } catch (RuntimeException e) {
            log.warn("Trigger {} could not be fired for {} yet", trigger.id(), film.path(), e);
            return false;
        }
    }
}
