package dev.winslow.api.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * An element of a pipeline that is in one version only, or differs between two.
 *
 * @param element its id in the BPMN
 * @param type what it is, in words: stage, user task, flow
 * @param name what people read for it
 * @param details what differs within an element that both versions have
 */
public record PipelineChange(String element, String type, String name, Kind kind, List<Detail> details) {
    public PipelineChange {
        details = List.copyOf(details);
    }

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** A trait such as an image or a variable; empty on the side that does not have it. */
    public record Detail(String trait, Optional<String> before, Optional<String> after) {}
}
