package dev.winslow.engine.node;

import dev.winslow.api.Paths;
import dev.winslow.api.node.NodeLimits;
import dev.winslow.api.node.NodeView;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.NODES)
class NodeController {
    private final NodeService nodes;

    NodeController(NodeService nodes) {
        this.nodes = nodes;
    }

    @GetMapping
    List<NodeView> list() {
        return nodes.list();
    }

    @PostMapping("/{id}/drain")
    NodeView drain(@PathVariable UUID id) {
        return nodes.drain(id, true);
    }

    @PutMapping("/{id}/limits")
    NodeView limit(@PathVariable UUID id, @RequestBody NodeLimits limits) {
        return nodes.limit(id, limits);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        nodes.remove(id);
    }

    @PostMapping("/{id}/undrain")
    NodeView undrain(@PathVariable UUID id) {
        return nodes.drain(id, false);
    }
}
