package dev.winslow.engine.access;

import dev.winslow.api.access.GroupView;
import dev.winslow.api.access.SaveGroup;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.Changes;
import dev.winslow.engine.Ids;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Groups of people, as administrators make them. What changes in one holds at once in all projects that have it in their lists. */
@Service
public class GroupService {
    private static final int LONGEST_NAME = 100;

    private final GroupRepository groups;
    private final AccessRepository people;
    private final Events events;
    private final Changes changes;

    GroupService(GroupRepository groups, AccessRepository people, Events events, Changes changes) {
        this.groups = groups;
        this.people = people;
        this.events = events;
        this.changes = changes;
    }

    public List<GroupView> list() {
        return groups.list();
    }

    @Transactional
    public GroupView create(SaveGroup request) {
        String name = name(request.name());
        List<String> members = members(request);
        requireFree(name);
        UUID id = Ids.next();
        groups.insert(id, name);
        groups.members(id, members);
        tell(EventKind.GROUP_CREATED, name, members);
        return require(id);
    }

    @Transactional
    public GroupView change(UUID id, SaveGroup request) {
        GroupView before = require(id);
        String name = name(request.name());
        List<String> members = members(request);
        if (!name.equals(before.name())) {
            requireFree(name);
            groups.rename(id, name);
        }
        groups.members(id, members);
        tell(EventKind.GROUP_CHANGED, name, members);
        groups.projects(id).forEach(changes::publish);
        return require(id);
    }

    /** Its members lose what they had by it. */
    @Transactional
    public void remove(UUID id) {
        GroupView group = require(id);
        List<UUID> projects = groups.projects(id);
        groups.delete(id);
        events.administrative(EventKind.GROUP_REMOVED, Map.of("name", group.name()));
        projects.forEach(changes::publish);
    }

    private GroupView require(UUID id) {
        return groups.find(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no group " + id + ".", "List the groups to find its id."));
    }

    private void requireFree(String name) {
        if (groups.find(name).isPresent()) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "There is a group \"" + name + "\" already.", "Choose another name.");
        }
    }

    private List<String> members(SaveGroup request) {
        return request.members().stream()
                .map(String::strip)
                .map(people::requireKnown)
                .distinct()
                .sorted()
                .toList();
    }

    private static String name(String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "A group has a name of 1 to " + LONGEST_NAME + " characters.",
                    "Give it one such as the team's.");
        }
        return name;
    }

    private void tell(EventKind kind, String name, List<String> members) {
        events.administrative(
                kind, Map.of("name", name, "members", members.isEmpty() ? "nobody" : String.join(", ", members)));
    }
}
