package dev.winslow.engine.access;

import dev.winslow.api.access.AccessEntry;
import dev.winslow.api.access.AccessView;
import dev.winslow.api.access.ChangeAccess;
import dev.winslow.api.access.Everyone;
import dev.winslow.api.access.Holder;
import dev.winslow.api.access.Level;
import dev.winslow.api.access.Right;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.access.AccessRepository.Base;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows and changes who has access to a project. */
@Service
public class AccessService {
    private final AccessRepository repository;
    private final GroupRepository groups;
    private final ProjectAccess access;
    private final Events events;

    AccessService(AccessRepository repository, GroupRepository groups, ProjectAccess access, Events events) {
        this.repository = repository;
        this.groups = groups;
        this.access = access;
        this.events = events;
    }

    public AccessView show(UUID project, Viewer viewer) {
        Base base = repository.base(project).orElseThrow(() -> unknown(project));
        return new AccessView(base.owner(), base.everyone(), repository.entries(project), access.of(project, viewer));
    }

    /** As the one who acts without a request sees things: to tell somebody, or to hand something over. */
    public Viewer viewer(String name) {
        return new Viewer(name, repository.isAdministrator(name));
    }

    /** Whether this is somebody whose account is disabled: nothing is done in their name then. */
    public boolean isDisabled(String name) {
        return repository.isDisabled(name);
    }

    /** The name of a person or a program as it is kept; one that nobody has is refused. */
    public String requireKnown(String typed) {
        return repository.requireKnown(typed);
    }

    @Transactional
    @Needs(Right.OWN)
    public AccessView change(UUID project, ChangeAccess request, Viewer viewer) {
        Base before = repository.lock(project).orElseThrow(() -> unknown(project));
        Base after = new Base(
                request.owner().map(repository::requireKnown).orElse(before.owner()),
                request.everyone().orElse(before.everyone()));
        request.remove().forEach(holder -> remove(project, normal(holder)));
        request.set().forEach(entry -> set(project, entry));
        repository.update(project, after);
        tell(project, before, after);
        return show(project, viewer);
    }

    private void set(UUID project, AccessEntry entry) {
        Holder holder = normal(entry.holder());
        Optional<UUID> group = Optional.empty();
        if (holder.kind() == Holder.Kind.GROUP) {
            group = Optional.of(groups.find(holder.name()).orElseThrow(() -> unknownGroup(holder.name())));
        } else {
            repository.requireKnown(holder.name());
        }
        Optional<Level> old = level(project, holder);
        if (!old.equals(Optional.of(entry.level()))) {
            repository.set(project, holder, group, entry.level());
            tell(project, holder.toString(), old.map(Level::name), entry.level().name());
        }
    }

    private void remove(UUID project, Holder holder) {
        level(project, holder).ifPresent(old -> {
            repository.remove(project, holder);
            tell(project, holder.toString(), Optional.of(old.name()), "");
        });
    }

    private Optional<Level> level(UUID project, Holder holder) {
        return repository.entries(project).stream()
                .filter(entry -> entry.holder().equals(holder))
                .map(AccessEntry::level)
                .findFirst();
    }

    private void tell(UUID project, Base before, Base after) {
        if (!before.owner().equals(after.owner())) {
            events.ofProject(project, EventKind.OWNER_CHANGED, Map.of("old", before.owner(), "new", after.owner()));
        }
        if (before.everyone() != after.everyone()) {
            String now =
                    after.everyone() == Everyone.NOTHING ? "" : after.everyone().name();
            tell(project, "everybody", Optional.of(before.everyone().name()), now);
        }
    }

    private void tell(UUID project, String who, Optional<String> old, String now) {
        events.ofProject(project, EventKind.ACCESS_CHANGED, Map.of("who", who, "old", old.orElse(""), "new", now));
    }

    /** One that is gone is taken as it is typed, so that its line can be removed. */
    private Holder normal(Holder holder) {
        String name = holder.name().strip();
        return new Holder(
                holder.kind(),
                holder.kind() == Holder.Kind.PERSON ? repository.known(name).orElse(name) : name);
    }

    static ProblemException unknownGroup(String name) {
        return new ProblemException(
                ProblemType.INVALID,
                "There is no group \"" + name + "\".",
                "List the groups; an administrator can make one.");
    }

    private static ProblemException unknown(UUID project) {
        return new ProblemException(
                ProblemType.NOT_FOUND, "There is no project " + project + ".", "List the projects to find its id.");
    }
}
