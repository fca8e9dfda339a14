package dev.winslow.engine.pipeline;

import dev.winslow.api.stage.Requirements;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads one stage: a service task with a {@code winslow:stage}. */
final class StageReader {
    private static final Set<String> PLAIN_TOPICS = Set.of("cpu", "gpu");
    private static final long DEFAULT_MEMORY = 512L << 20;

    private final Problems problems;

    StageReader(Problems problems) {
        this.problems = problems;
    }

    Optional<StageSpec> read(Element task) {
        String id = task.getAttribute("id");
        Optional<Element> extension = Xml.extension(task, "stage");
        if (extension.isEmpty()) {
            problems.add(
                    id,
                    "This service task is no stage: it has no winslow:stage.",
                    "Add a winslow:stage with an image to its extension elements.");
            return Optional.empty();
        }
        return Optional.of(read(task, id, extension.get()));
    }

    private StageSpec read(Element task, String id, Element stage) {
        String image = stage.getAttribute("image");
        if (image.isBlank()) {
            problems.add(id, "The stage has no image.", "Name the image that it runs, such as winslow/tracker:1.");
        }
        return new StageSpec(
                id,
                task.getAttribute("name").isBlank() ? id : task.getAttribute("name"),
                image,
                texts(stage, "arg"),
                environment(stage, id),
                requirements(task, stage, id),
                problems.duration(stage, "timeout", id),
                problems.duration(stage, "silence", id),
                (int) problems.number(stage, "retries", 0, id),
                problems.duration(stage, "backOff", id),
                Boolean.parseBoolean(stage.getAttribute("discardable")),
                problems.patterns(stage, "progress", id),
                problems.patterns(stage, "fail", id),
                problems.patterns(stage, "warn", id),
                Xml.children(stage, Xml.WINSLOW, "output").stream()
                        .map(output -> new StageSpec.Output(output.getAttribute("path"), output.getAttribute("label")))
                        .toList());
    }

    private Map<String, String> environment(Element stage, String id) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (Element env : Xml.children(stage, Xml.WINSLOW, "env")) {
            String name = env.getAttribute("name");
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                problems.add(
                        id,
                        "\"" + name + "\" is no name of a variable.",
                        "Use letters, digits and underscores, such as DETECTION_THRESHOLD.");
            }
            environment.put(name, env.getTextContent().strip());
        }
        return environment;
    }

    /** The topic is the capability that is asked for first; the winslow:require says the rest. */
    private Requirements requirements(Element task, Element stage, String id) {
        Set<String> tags = new HashSet<>();
        String topic = task.getAttributeNS(Xml.FLOWABLE, "topic");
        if (!topic.isBlank() && !PLAIN_TOPICS.contains(topic)) {
            tags.add(topic);
        }
        double cores = 1;
        long memory = DEFAULT_MEMORY;
        int gpus = topic.equals("gpu") ? 1 : 0;
        for (Element require : Xml.children(stage, Xml.WINSLOW, "require")) {
            cores = problems.number(require, "cpus", cores, id);
            gpus = (int) problems.number(require, "gpus", gpus, id);
            memory = memory(require, memory, id);
            Xml.attribute(require, "tag").filter(tag -> !tag.isBlank()).ifPresent(tags::add);
        }
        return new Requirements(cores, memory, gpus, tags);
    }

    private long memory(Element require, long otherwise, String id) {
        Optional<String> text = Xml.attribute(require, "memory");
        if (text.isEmpty()) {
            return otherwise;
        }
        OptionalLong memory = MemorySize.parse(text.get());
        if (memory.isEmpty()) {
            problems.add(
                    id, "Expected a size in memory, but got \"" + text.get() + "\".", "Write it as 512MiB or 8GiB.");
        }
        return memory.orElse(otherwise);
    }

    private static List<String> texts(Element stage, String name) {
        return Xml.children(stage, Xml.WINSLOW, name).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }
}
