package dev.winslow.api.access;

import java.util.List;
import java.util.Optional;

/**
 * What of a project's access shall change; what is not named stays.
 *
 * @param owner to whom the project is handed over
 * @param set who gets access, or another level than before
 * @param remove whose line goes
 */
public record ChangeAccess(
        Optional<String> owner, Optional<Everyone> everyone, List<AccessEntry> set, List<Holder> remove) {
    public ChangeAccess {
        set = List.copyOf(set);
        remove = List.copyOf(remove);
    }

    public static ChangeAccess owner(String owner) {
        return new ChangeAccess(Optional.of(owner), Optional.empty(), List.of(), List.of());
    }

    public static ChangeAccess everyone(Everyone everyone) {
        return new ChangeAccess(Optional.empty(), Optional.of(everyone), List.of(), List.of());
    }

    public static ChangeAccess set(AccessEntry entry) {
        return new ChangeAccess(Optional.empty(), Optional.empty(), List.of(entry), List.of());
    }

    public static ChangeAccess remove(Holder holder) {
        return new ChangeAccess(Optional.empty(), Optional.empty(), List.of(), List.of(holder));
    }
}
