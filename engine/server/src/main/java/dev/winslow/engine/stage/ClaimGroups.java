package dev.winslow.engine.stage;

import dev.winslow.engine.stage.Claims.Placing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which of a round's stages are claimed in one transaction: few, so that nobody waits long for what it holds; no two of a run, since the one is a
 * try before the other; and a stage that could not be claimed before by itself, so that it takes no others with it again.
 */
final class ClaimGroups {
    static final int LARGEST = 16;

    private ClaimGroups() {}

    static List<List<Placing>> of(List<Placing> placings) {
        List<List<Placing>> together = new ArrayList<>();
        List<List<Placing>> alone = new ArrayList<>();
        Map<UUID, Integer> next = new HashMap<>();
        for (Placing placing : placings) {
            if (!placing.mayTakeOver()) {
                alone.add(List.of(placing));
                continue;
            }
            int group = next.getOrDefault(placing.stage().runId(), 0);
            while (group < together.size() && together.get(group).size() == LARGEST) {
                group++;
            }
            if (group == together.size()) {
                together.add(new ArrayList<>());
            }
            together.get(group).add(placing);
            next.put(placing.stage().runId(), group + 1);
        }
        together.addAll(alone);
        return together;
    }
}
