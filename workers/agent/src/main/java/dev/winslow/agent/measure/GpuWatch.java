package dev.winslow.agent.measure;

import dev.winslow.api.node.GpuLoad;
import java.util.List;

/** The newest of what the cards' own program says each second. */
@FunctionalInterface
public interface GpuWatch {
    List<GpuLoad> newest();
}
