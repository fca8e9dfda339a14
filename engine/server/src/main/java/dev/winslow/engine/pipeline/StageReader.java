package dev.winslow.engine.pipeline;

import dev.winslow.api.stage.ContainerNeeds;
import dev.winslow.api.stage.ExitCodes;
import dev.winslow.api.stage.NodeNeeds;
import dev.winslow.api.stage.Requirements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Reads a stage from its service task. */
class StageReader {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final double DEFAULT_CORES = 1;
    private static final long DEFAULT_MEMORY_BYTES = 1L << 30;

    private final Problems problems;
    private final Values values;

    StageReader(Problems problems) {
        this.problems = problems;
        this.values = new Values(problems);
    }

    Optional<StageSpec> read(Element task) {
        requireExternalWorker(task);
        var stages = Xml.extensions(task, "stage");
        if (stages.size() != 1) {
            problems.add(
                    task,
                    "The stage has %d winslow:stage elements".formatted(stages.size()),
                    "Put exactly one <winslow:stage image=\"…\"> into its extension elements.");
            return Optional.empty();
        }
        return Optional.of(stage(task, stages.getFirst()));
    }

    private void requireExternalWorker(Element task) {
        if (!task.getAttributeNS(Xml.FLOWABLE, "type").equals("external-worker")) {
            problems.add(
                    task,
                    "The service task is no stage",
                    "Set flowable:type=\"external-worker\"; the server runs nothing itself.");
        }
        if (task.getAttributeNS(Xml.FLOWABLE, "topic").isBlank()) {
            problems.add(
                    task,
                    "The stage asks for no capability",
                    "Set flowable:topic to cpu, gpu or a tag that nodes carry.");
        }
    }

    /** What lies in the network may be another at any time, so that results of stages that have it are taken over only where the pipeline says so. */
    private StageSpec stage(Element task, Element stage) {
        Requirements needs = requirements(task, stage);
        String id = Xml.id(task);
        return new StageSpec(
                id,
                Xml.attribute(task, "name").orElse(id),
                values.required(stage, "image"),
                texts(stage, "arg"),
                environment(stage),
                needs,
                values.duration(stage, "timeout"),
                values.duration(stage, "silence"),
                values.whole(stage, "retries", 0),
                values.duration(stage, "backOff"),
                values.duration(stage, "checkpoint"),
                values.flag(stage, "discardable"),
                progressPatterns(stage),
                patterns(stage, "fail"),
                patterns(stage, "warn"),
                outputs(stage),
                each(task),
                ExitCodes.of(values.exitCodes(stage, "allowExit"), values.exitCodes(stage, "denyExit")),
                values.flag(stage, "reuse", !needs.container().network()));
    }

    private Optional<StageSpec.Each> each(Element task) {
        return Xml.child(task, Xml.BPMN, "multiInstanceLoopCharacteristics").map(loop -> {
            String list = loop.getAttributeNS(Xml.FLOWABLE, "collection");
            String item = loop.getAttributeNS(Xml.FLOWABLE, "elementVariable");
            if (!VARIABLE.matcher(list).matches() || !VARIABLE.matcher(item).matches()) {
                problems.add(
                        task,
                        "The stage does not say of which list it takes each item",
                        "Set flowable:collection to the variable that lists them, and flowable:elementVariable to the variable for the item.");
            }
            return new StageSpec.Each(list, item);
        });
    }

    private static List<String> texts(Element stage, String name) {
        return Xml.children(stage, Xml.WINSLOW, name).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    private Map<String, String> environment(Element stage) {
        var environment = new LinkedHashMap<String, String>();
        for (var entry : Xml.children(stage, Xml.WINSLOW, "env")) {
            String name = values.variable(entry, "name");
            if (environment.put(name, entry.getTextContent().strip()) != null) {
                problems.add(entry, "The variable %s is set twice".formatted(name), "Keep one of both.");
            }
        }
        return environment;
    }

    /** The topic is the capability asked for first, {@code require} says the rest. */
    private Requirements requirements(Element task, Element stage) {
        var require = Xml.child(stage, Xml.WINSLOW, "require");
        double cores = require.map(element -> values.number(element, "cpus", DEFAULT_CORES))
                .orElse(DEFAULT_CORES);
        long memory = require.map(element -> values.memory(element, "memory", DEFAULT_MEMORY_BYTES))
                .orElse(DEFAULT_MEMORY_BYTES);
        Set<String> tags = require.map(element -> words(element, "tag")).orElseGet(TreeSet::new);
        ContainerNeeds container = require.map(this::containerNeeds).orElse(ContainerNeeds.NONE);
        NodeNeeds place = require.map(this::nodeNeeds).orElse(NodeNeeds.NONE);
        String topic = task.getAttributeNS(Xml.FLOWABLE, "topic");
        if (!Set.of("", "cpu", "gpu").contains(topic)) {
            tags.add(topic);
        }
        int least = topic.equals("gpu") || place.sharesGpus() ? 1 : 0;
        int gpus = require.map(element -> values.whole(element, "gpus", 0)).orElse(0);
        return new Requirements(cores, memory, Math.max(least, gpus), tags, container, place);
    }

    private NodeNeeds nodeNeeds(Element require) {
        Optional<String> node = Xml.attribute(require, "node").map(String::strip);
        if (node.filter(name -> name.contains("${")).isPresent()) {
            problems.add(
                    require,
                    "The node '%s' is no name".formatted(node.get()),
                    "Write the node's name as ./winslow node list shows it; variables do not count here.");
        }
        return new NodeNeeds(
                values.memory(require, "gpuMemory", 0), words(require, "wish"), node, words(require, "apart"));
    }

    private static Set<String> words(Element element, String name) {
        return new TreeSet<>(Xml.attribute(element, name)
                .map(text -> List.of(text.strip().split("[\\s,]+")))
                .orElse(List.of()));
    }

    private ContainerNeeds containerNeeds(Element require) {
        Optional<Long> sharedMemory =
                Optional.of(values.memory(require, "sharedMemory", 0)).filter(bytes -> bytes > 0);
        return new ContainerNeeds(
                values.flag(require, "network"),
                values.flag(require, "writableRoot"),
                values.user(require, "user"),
                sharedMemory);
    }

    private List<String> progressPatterns(Element stage) {
        for (var element : Xml.children(stage, Xml.WINSLOW, "progress")) {
            var pattern = values.pattern(element);
            if (pattern.isPresent() && !pattern.get().hasPercent()) {
                problems.add(
                        element,
                        "The progress pattern does not say where the percentage stands",
                        "Put it into a group named percent, such as (?<percent>[\\d.]+) ?%.");
            }
        }
        return patternTexts(stage, "progress");
    }

    private List<String> patterns(Element stage, String name) {
        Xml.children(stage, Xml.WINSLOW, name).forEach(values::pattern);
        return patternTexts(stage, name);
    }

    private static List<String> patternTexts(Element stage, String name) {
        return Xml.children(stage, Xml.WINSLOW, name).stream()
                .map(element -> element.getAttribute("pattern"))
                .toList();
    }

    private List<StageSpec.Output> outputs(Element stage) {
        return Xml.children(stage, Xml.WINSLOW, "output").stream()
                .map(element -> {
                    String path = values.required(element, "path");
                    return new StageSpec.Output(
                            path, Xml.attribute(element, "label").orElse(path), values.flag(element, "optional"));
                })
                .toList();
    }
}
