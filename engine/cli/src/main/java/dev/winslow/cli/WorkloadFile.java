package dev.winslow.cli;

import dev.winslow.api.node.NodeState;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.ContainerNeeds;
import dev.winslow.api.stage.Gpu;
import dev.winslow.api.stage.NodeNeeds;
import dev.winslow.api.stage.Requirements;
import dev.winslow.engine.placement.Claimant;
import dev.winslow.engine.placement.NodeResources;
import dev.winslow.engine.placement.RunningStage;
import dev.winslow.engine.placement.simulation.Workload;
import dev.winslow.engine.placement.simulation.Workload.Arrival;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A workload as people write it down, in JSON; docs/guide.md describes it. */
record WorkloadFile(List<NodeLine> nodes, List<StageLine> stages) {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    WorkloadFile {
        nodes = nodes == null ? List.of() : List.copyOf(nodes);
        stages = stages == null ? List.of() : List.copyOf(stages);
    }

    static Workload read(Path file) throws IOException {
        try {
            return STRICT.readValue(Files.readString(file), WorkloadFile.class).workload();
        } catch (JacksonException | IllegalArgumentException fault) {
            throw new Refused(file + " is no workload: "
                    + String.valueOf(fault.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private Workload workload() {
        if (nodes.isEmpty() || stages.isEmpty()) {
            throw new IllegalArgumentException("it needs nodes and stages");
        }
        return new Workload(
                nodes.stream().flatMap(NodeLine::all).toList(),
                IntStream.range(0, stages.size())
                        .boxed()
                        .flatMap(i -> stages.get(i).all(i))
                        .toList());
    }

    /** One or several equal nodes. */
    record NodeLine(
            String name,
            Optional<Integer> count,
            int cores,
            String memory,
            Optional<Integer> gpus,
            Optional<String> gpuMemory,
            Optional<Set<String>> tags) {

        Stream<NodeResources> all() {
            int number = count.orElse(1);
            return IntStream.rangeClosed(1, number)
                    .mapToObj(i -> node(number == 1 ? name : "%s-%03d".formatted(name, i)));
        }

        private NodeResources node(String named) {
            long memoryOfGpu = gpuMemory.map(Sizes::bytes).orElse(0L);
            List<Gpu> list = IntStream.range(0, gpus.orElse(0))
                    .mapToObj(i -> new Gpu(i, "GPU", memoryOfGpu, ""))
                    .toList();
            return new NodeResources(
                    idOf(named),
                    named,
                    NodeState.ONLINE,
                    new Capabilities(cores, Sizes.bytes(memory), list, tags.orElse(Set.of())),
                    List.of());
        }
    }

    /** One stage, or several equal ones of which one comes after the other. */
    record StageLine(
            String name,
            String project,
            Optional<String> user,
            Optional<Duration> at,
            Optional<Integer> count,
            Optional<Duration> every,
            Duration duration,
            Optional<Integer> priority,
            Optional<Needs> needs) {

        Stream<Arrival> all(int line) {
            RunningStage stage = new RunningStage(
                    name,
                    new Claimant(idOf(project), user.orElse("")),
                    needs.orElse(Needs.USUAL).requirements(),
                    List.of());
            return IntStream.range(0, count.orElse(1))
                    .mapToObj(i -> new Arrival(
                            "%05d-%05d %s".formatted(line, i, name),
                            stage,
                            priority.orElse(0),
                            at.orElse(Duration.ZERO)
                                    .plus(every.orElse(Duration.ZERO).multipliedBy(i)),
                            duration));
        }
    }

    /** As the attributes of winslow:require. */
    record Needs(
            Optional<Double> cpus,
            Optional<String> memory,
            Optional<Integer> gpus,
            Optional<String> gpuMemory,
            Optional<Set<String>> tag,
            Optional<Set<String>> wish,
            Optional<String> node,
            Optional<Set<String>> apart) {
        static final Needs USUAL = new Needs(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        Requirements requirements() {
            return new Requirements(
                    cpus.orElse(1.0),
                    Sizes.bytes(memory.orElse("1GiB")),
                    gpus.orElse(gpuMemory.isPresent() ? 1 : 0),
                    tag.orElse(Set.of()),
                    ContainerNeeds.NONE,
                    new NodeNeeds(
                            gpuMemory.map(Sizes::bytes).orElse(0L),
                            wish.orElse(Set.of()),
                            node,
                            apart.orElse(Set.of())));
        }
    }

    private static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
