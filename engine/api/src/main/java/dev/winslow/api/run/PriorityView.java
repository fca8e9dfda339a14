package dev.winslow.api.run;

import java.util.Optional;

/**
 * How much earlier stages go to nodes than others: those of a higher priority always before those of a lower one.
 *
 * @param priority what counts
 * @param ofProject what all runs of the project have that have none of their own
 * @param ofRun the run's own
 */
public record PriorityView(int priority, int ofProject, Optional<Integer> ofRun) {}
