package dev.winslow.api.access;

import java.util.List;
import java.util.UUID;

/**
 * A group of people.
 *
 * @param members their names, sorted
 * @param projects in how many projects' lists it stands
 */
public record GroupView(UUID id, String name, List<String> members, int projects) {
    public GroupView {
        members = List.copyOf(members);
    }
}
