package dev.winslow.engine.pipeline;

import dev.winslow.api.pipeline.PipelineProblem;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Collects what is wrong with a pipeline while it is read. */
class Problems {
    private final List<PipelineProblem> found = new ArrayList<>();

    void add(String element, String problem, String remedy) {
        found.add(new PipelineProblem(element, problem, remedy));
    }

    void add(Element element, String problem, String remedy) {
        add(Xml.owner(element), problem, remedy);
    }

    boolean none() {
        return found.isEmpty();
    }

    List<PipelineProblem> list() {
        return List.copyOf(found);
    }
}
