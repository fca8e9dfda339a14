package dev.winslow.api.access;

import java.util.List;

/** A group as it shall be. */
public record SaveGroup(String name, List<String> members) {
    public SaveGroup {
        members = List.copyOf(members);
    }
}
