package dev.winslow.engine.node;

import dev.winslow.api.node.NodeState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** How many nodes there are in which state. */
@Component
class NodeMetrics implements MeterBinder {
    private final NodeService nodes;

    NodeMetrics(NodeService nodes) {
        this.nodes = nodes;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Arrays.stream(NodeState.values())
                .forEach(state -> Gauge.builder("winslow.nodes", nodes, known -> count(known, state))
                        .description("Nodes by state")
                        .tag("state", state.name())
                        .register(registry));
    }

    private static double count(NodeService nodes, NodeState state) {
        return nodes.all().stream().filter(node -> nodes.state(node) == state).count();
    }
}
