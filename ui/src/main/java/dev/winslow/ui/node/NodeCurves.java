package dev.winslow.ui.node;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.winslow.api.node.NodeView;
import dev.winslow.api.stage.Gpu;

/** How busy a node is and was; the browser fetches and draws it. */
@Tag("winslow-node-curves")
@JsModule("./node-curves.ts")
final class NodeCurves extends Component {
    void of(NodeView node) {
        getElement().setProperty("node", node.id().toString());
        getElement().setProperty("memory", (double) node.capabilities().memoryBytes());
        getElement()
                .setPropertyList(
                        "gpus",
                        node.capabilities().gpus().stream().map(Gpu::index).toList());
    }

    void show(NodesView.Span span) {
        getElement().setProperty("span", (double) span.length().toMillis());
    }
}
