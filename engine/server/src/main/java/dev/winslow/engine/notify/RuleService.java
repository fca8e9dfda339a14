package dev.winslow.engine.notify;

import dev.winslow.api.access.Right;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.notify.CreateRule;
import dev.winslow.api.notify.CreatedRule;
import dev.winslow.api.notify.Receiver;
import dev.winslow.api.notify.RuleView;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.Ids;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.history.EventFeed;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.ProjectService;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Creates, lists, enables and removes rules. */
@Service
class RuleService {
    /** It failed, finished or waits, or did not even start. */
    private static final List<EventKind> USUAL = List.of(
            EventKind.RUN_FAILED,
            EventKind.RUN_SUCCEEDED,
            EventKind.TASK_OPENED,
            EventKind.TRIGGER_REFUSED,
            EventKind.TRIGGER_MISSED);

    private final RuleRepository rules;
    private final Channels channels;
    private final ProjectService projects;
    private final EventFeed feed;
    private final ProjectAccess access;
    private final InstantSource clock;

    RuleService(
            RuleRepository rules,
            Channels channels,
            ProjectService projects,
            EventFeed feed,
            ProjectAccess access,
            InstantSource clock) {
        this.rules = rules;
        this.channels = channels;
        this.projects = projects;
        this.feed = feed;
        this.access = access;
        this.clock = clock;
    }

    List<RuleView> list(Owner owner) {
        projectOf(owner, Optional.empty()).ifPresent(projects::require);
        return rules.of(owner).stream().map(this::view).toList();
    }

    /** Tells of what happens from now on. */
    CreatedRule create(Owner owner, CreateRule request, Viewer who) {
        Optional<UUID> project = projectOf(owner, request.projectId());
        project.ifPresent(projects::require);
        project.ifPresent(chosen -> access.require(chosen, Right.SEE, who));
        Channels.check(request.receiver());
        Optional<String> secret =
                request.receiver() instanceof Receiver.Webhook ? Optional.of(Signature.newSecret()) : Optional.empty();
        Rule rule = new Rule(
                Ids.next(),
                project,
                owner instanceof Owner.OfPerson(String name) ? Optional.of(name) : Optional.empty(),
                request.kinds().isEmpty()
                        ? USUAL
                        : request.kinds().stream().distinct().toList(),
                request.receiver(),
                secret,
                true,
                who.name(),
                clock.instant(),
                Rule.Standing.from(feed.newest()));
        rules.insert(rule);
        return new CreatedRule(view(rule), secret);
    }

    /** What happened while it was disabled is not told. */
    RuleView enable(Owner owner, UUID id) {
        if (!require(owner, id).enabled()) {
            rules.enable(id, feed.newest());
        }
        return view(require(owner, id));
    }

    RuleView disable(Owner owner, UUID id) {
        require(owner, id);
        rules.disable(id, Optional.empty());
        return view(require(owner, id));
    }

    void remove(Owner owner, UUID id) {
        require(owner, id);
        rules.delete(id);
    }

    private Rule require(Owner owner, UUID id) {
        return rules.find(id)
                .filter(rule -> rule.isOf(owner))
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

    private static Optional<UUID> projectOf(Owner owner, Optional<UUID> chosen) {
        return switch (owner) {
            case Owner.OfProject(UUID project) -> Optional.of(project);
            case Owner.OfPerson person -> chosen;
        };
    }
}
