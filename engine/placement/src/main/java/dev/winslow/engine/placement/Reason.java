package dev.winslow.engine.placement;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Why a stage waits, in a sentence for people.
 *
 * @param sentence with the names of the stages that are in its way
 * @param nameless the same with their number only, for whoever may not know their names
 * @param named the projects of the stages that the sentence names
 */
public record Reason(String sentence, String nameless, Set<UUID> named) {
    public Reason {
        named = Set.copyOf(named);
    }

    /** One that names no stage. */
    public static Reason of(String sentence) {
        return new Reason(sentence, sentence, Set.of());
    }

    /** For somebody who may see these projects. */
    public String forWhoSees(Collection<UUID> projects) {
        return projects.containsAll(named) ? sentence : nameless;
    }
}
