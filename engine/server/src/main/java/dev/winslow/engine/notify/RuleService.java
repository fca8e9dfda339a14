package dev.winslow.engine.notify;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.notify.CreateRule;
import dev.winslow.api.notify.CreatedRule;
import dev.winslow.api.notify.Receiver;
import dev.winslow.api.notify.RuleView;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.Changes;
import dev.winslow.engine.Ids;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.history.EventFeed;
import dev.winslow.engine.problem.ProblemException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Creates, lists, changes, enables and removes rules. */
@Service
public class RuleService {
    /** It failed, finished or waits, or did not even start. */
    public static final List<EventKind> USUAL = List.of(
            EventKind.RUN_FAILED,
            EventKind.RUN_SUCCEEDED,
            EventKind.TASK_OPENED,
            EventKind.TRIGGER_REFUSED,
            EventKind.TRIGGER_MISSED);

    /** For how long what was removed can be taken back. */
    private static final Duration REGRET = Duration.ofDays(1);

    private final RuleRepository rules;
    private final Channels channels;
    private final RuleAccess access;
    private final EventFeed feed;
    private final Changes changes;
    private final InstantSource clock;

    RuleService(
            RuleRepository rules,
            Channels channels,
            RuleAccess access,
            EventFeed feed,
            Changes changes,
            InstantSource clock) {
        this.rules = rules;
        this.channels = channels;
        this.access = access;
        this.feed = feed;
        this.changes = changes;
        this.clock = clock;
    }

    /** Whether this server can tell anybody by mail. */
    public boolean sendsMail() {
        return channels.sendsMail();
    }

    public List<RuleView> list(Owner owner, Viewer who) {
        access.require(owner, who);
        return rules.of(owner).stream().map(this::view).toList();
    }

    /** Tells of what happens from now on. */
    public CreatedRule create(Owner owner, CreateRule request, Viewer who) {
        access.require(owner, who);
        Optional<UUID> project = projectOf(owner, request, Optional.empty(), who);
        Channels.check(request.receiver());
        Optional<String> secret =
                request.receiver() instanceof Receiver.Webhook ? Optional.of(Signature.newSecret()) : Optional.empty();
        Rule rule = new Rule(
                Ids.next(),
                project,
                owner instanceof Owner.OfPerson(String name) ? Optional.of(name) : Optional.empty(),
                kinds(request),
                request.receiver(),
                secret,
                true,
                who.name(),
                clock.instant(),
                Rule.Standing.from(feed.newest()));
        rules.insert(rule);
        changes.noted(owner.notedAs());
        return new CreatedRule(view(rule), secret);
    }

    /** Tells what it tells from now on, to the address that it has from now on; the secret stays. */
    public RuleView change(Owner owner, UUID id, CreateRule request, Viewer who) {
        Rule before = require(owner, id, who);
        Optional<UUID> project = projectOf(owner, request, before.projectId(), who);
        Channels.check(request.receiver());
        if (before.receiver().getClass() != request.receiver().getClass()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "A rule for a webhook stays one, and so does a rule for a mail box.",
                    "Make another rule, and remove this one.");
        }
        rules.change(new Rule(
                id,
                project,
                before.person(),
                kinds(request),
                request.receiver(),
                before.secret(),
                before.enabled(),
                before.createdBy(),
                before.createdAt(),
                before.standing()));
        return changed(owner, id, who);
    }

    /** What is sent from now on is signed with the new one alone. */
    public CreatedRule replaceSecret(Owner owner, UUID id, Viewer who) {
        if (!(require(owner, id, who).receiver() instanceof Receiver.Webhook)) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "A rule for a mail box has no secret.",
                    "Replace the secret of a rule for a webhook.");
        }
        String secret = Signature.newSecret();
        rules.setSecret(id, secret);
        return new CreatedRule(changed(owner, id, who), Optional.of(secret));
    }

    /** What happened while it was disabled is not told. */
    public RuleView enable(Owner owner, UUID id, Viewer who) {
        if (!require(owner, id, who).enabled()) {
            rules.enable(id, feed.newest());
        }
        return changed(owner, id, who);
    }

    public RuleView disable(Owner owner, UUID id, Viewer who) {
        require(owner, id, who);
        rules.disable(id, Optional.empty());
        return changed(owner, id, who);
    }

    /** Can be taken back for a day. */
    public void remove(Owner owner, UUID id, Viewer who) {
        require(owner, id, who);
        rules.remove(id, clock.instant());
        changes.noted(owner.notedAs());
    }

    /** Takes the removal back: the rule goes on where it was, with the secret that it had. */
    public RuleView restore(Owner owner, UUID id, Viewer who) {
        access.require(owner, who);
        if (rules.findRemoved(id).filter(rule -> rule.owner().equals(owner)).isPresent()) {
            rules.restore(id);
        }
        return changed(owner, id, who);
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void sweep() {
        rules.deleteRemovedBefore(clock.instant().minus(REGRET));
    }

    private RuleView changed(Owner owner, UUID id, Viewer who) {
        RuleView view = view(require(owner, id, who));
        changes.noted(owner.notedAs());
        return view;
    }

    private Rule require(Owner owner, UUID id, Viewer who) {
        access.require(owner, who);
        return rules.find(id)
                .filter(rule -> rule.owner().equals(owner))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no rule " + id + " here.", "List the rules to find its id."));
    }

    private RuleView view(Rule rule) {
        Rule.Standing standing = rule.standing();
        return new RuleView(
                rule.id(),
                rule.projectId(),
                rule.person(),
                rule.kinds(),
                rule.receiver(),
                rule.enabled(),
                rule.createdBy(),
                rule.createdAt(),
                standing.deliveredAt(),
                standing.nextTryAt(),
                channels.fault(rule.receiver()).or(standing::fault),
                standing.givenUp());
    }

    /** A project that its rule names already need not be seen any more: nobody is told of what they do not see. */
    private Optional<UUID> projectOf(Owner owner, CreateRule request, Optional<UUID> before, Viewer who) {
        return switch (owner) {
            case Owner.OfProject(UUID project) -> Optional.of(project);
            case Owner.OfPerson person -> {
                request.projectId()
                        .filter(chosen -> !before.equals(Optional.of(chosen)))
                        .ifPresent(chosen -> access.requireSight(chosen, who));
                yield request.projectId();
            }
        };
    }

    private static List<EventKind> kinds(CreateRule request) {
        request.kinds().stream().filter(EventKind::administrative).findFirst().ifPresent(kind -> {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Rules tell of what happens in projects, and " + kind + " concerns the system.",
                    "Leave it out; administrators find it in the system's history.");
        });
        return request.kinds().isEmpty()
                ? USUAL
                : request.kinds().stream().distinct().toList();
    }
}
