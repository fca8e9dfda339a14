package dev.winslow.api.run;

import java.util.List;

/**
 * What a jump would do.
 *
 * @param possible whether the run can go there now
 * @param sentence what will happen, or why it cannot and what can instead
 * @param stops steps that stand or run now and would be left
 * @param again steps that are done and would be done again on the way
 */
public record JumpPreview(boolean possible, String sentence, List<String> stops, List<String> again) {
    public JumpPreview {
        stops = List.copyOf(stops);
        again = List.copyOf(again);
    }
}
