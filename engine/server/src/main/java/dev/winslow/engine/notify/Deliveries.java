package dev.winslow.engine.notify;

import dev.winslow.engine.Changes;
import dev.winslow.engine.RepeatedWork;
import dev.winslow.engine.database.Leadership;
import dev.winslow.engine.history.EventFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells all receivers, on one server at a time, each on a thread of its own, so that a slow one holds up nobody else. */
@Component
class Deliveries extends RepeatedWork {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final String LEAD = "notifications";
    private static final long LONGEST_END_SECONDS = 2;

    private final RuleRepository rules;
    private final Delivery delivery;
    private final EventFeed feed;
    private final Leadership leadership;
    private final Changes changes;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    Deliveries(
            RuleRepository rules,
            Delivery delivery,
            EventFeed feed,
            Leadership leadership,
            Changes changes,
            InstantSource clock) {
        super("notifications", Duration.ofSeconds(1));
        this.rules = rules;
        this.delivery = delivery;
        this.feed = feed;
        this.leadership = leadership;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    protected void round() {
        List<Rule> enabled = rules.enabled();
        boolean silent = rules.hasSilent();
        if ((enabled.isEmpty() && !silent) || !leadership.leads(LEAD)) {
            return;
        }
        Instant now = clock.instant();
        long newest = feed.newest();
        if (silent) {
            rules.passSilent(newest);
        }
        enabled.stream()
                .filter(rule -> rule.standing().reached() < newest)
                .filter(rule ->
                        rule.standing().nextTryAt().filter(now::isBefore).isEmpty())
                .filter(rule -> busy.add(rule.id()))
                .forEach(rule -> threads.execute(() -> deliver(rule.id())));
    }

    /** What it has reached is read anew: a delivery that just ended may have moved it since the round looked. */
    private void deliver(UUID id) {
        try {
            for (Rule rule : rules.find(id).filter(Rule::enabled).stream().toList()) {
                if (delivery.deliver(rule)) {
                    changes.noted(rule.owner().notedAs());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (isRunning()) {
                log.error("Rule {} could not be carried out; it is tried again in a second", id, e);
            }
        } finally {
            busy.remove(id);
        }
    }

    /** What a receiver is just taking is written down first, so that the next server does not tell it again. */
    @Override
    protected void ended() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
        leadership.resign(LEAD);
    }
}
