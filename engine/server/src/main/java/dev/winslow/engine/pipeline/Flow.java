package dev.winslow.engine.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sequence flows of a pipeline, turned round: which elements lie directly before each element.
 *
 * @param before element id to the ids of the elements whose flows lead into it
 * @param order all elements, each after those that lead to it, as far as loops allow
 * @param forks ids of what lets several branches go on at once, and whether all of them do
 * @param joins ids of gateways that wait for all their incoming flows (parallel and inclusive)
 */
public record Flow(Map<String, List<String>> before, Set<String> joins, Map<String, Fork> forks, List<String> order) {

    /** How many of its branches a fork begins. */
    public enum Fork {
        ALL,
        SOME
    }
}
