package dev.winslow.api.access;

import java.util.List;

/**
 * Who has access to a project.
 *
 * @param owner who answers for it; empty where nobody is known
 * @param entries owners first, then by name
 * @param mine what whoever asks may do
 */
public record AccessView(String owner, Everyone everyone, List<AccessEntry> entries, Right mine) {
    public AccessView {
        entries = List.copyOf(entries);
    }
}
