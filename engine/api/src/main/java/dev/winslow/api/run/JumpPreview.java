package dev.winslow.api.run;

import java.util.List;
import java.util.Optional;

/**
 * What a jump would do.
 *
 * @param possible whether the run can go there now
 * @param sentence what will happen, or why it cannot and what can instead
 * @param stops steps that stand or run now and would be left
 * @param again steps that are done and would be done again on the way
 * @param nearest where it is not possible: the element to go to instead, if there is one
 */
public record JumpPreview(
        boolean possible, String sentence, List<String> stops, List<String> again, Optional<String> nearest) {
    public JumpPreview {
        stops = List.copyOf(stops);
        again = List.copyOf(again);
    }
}
