package dev.winslow.engine.run;

import dev.winslow.engine.pipeline.Flow;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.StageSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Adds up how long a run will take to its end: of the ways that it may go the longest, loops not counted, and without the time that people take. Unknown
 * where a stage on these ways has never run. A pure function.
 */
final class RemainingTime {
    private final PipelineSpec pipeline;
    private final Function<StageSpec, Optional<Duration>> usual;
    private final Map<String, List<String>> after = new HashMap<>();
    private final Map<String, Optional<Duration>> known = new HashMap<>();

    private RemainingTime(PipelineSpec pipeline, Function<StageSpec, Optional<Duration>> usual) {
        this.pipeline = pipeline;
        this.usual = usual;
        Flow flow = pipeline.flow();
        flow.order()
                .forEach(element -> flow.before().getOrDefault(element, List.of()).stream()
                        .filter(before ->
                                flow.order().indexOf(before) < flow.order().indexOf(element))
                        .forEach(before -> after.merge(
                                before,
                                List.of(element),
                                (some, more) -> Stream.concat(some.stream(), more.stream())
                                        .toList())));
    }

    /**
     * @param here where the run stands, with what is left to do there; empty where that is not known
     * @param usual how long a stage takes
     */
    static Optional<Duration> of(
            PipelineSpec pipeline,
            Map<String, Optional<Duration>> here,
            Function<StageSpec, Optional<Duration>> usual) {
        RemainingTime time = new RemainingTime(pipeline, usual);
        return longest(here.entrySet().stream().map(step -> sum(step.getValue(), time.behind(step.getKey()))));
    }

    private Optional<Duration> behind(String element) {
        return longest(after.getOrDefault(element, List.of()).stream().map(this::from));
    }

    private Optional<Duration> from(String element) {
        Optional<Duration> found = known.get(element);
        if (found == null) {
            found = sum(own(element), behind(element));
            known.put(element, found);
        }
        return found;
    }

    private Optional<Duration> own(String element) {
        return pipeline.stage(element)
                .map(stage -> stage.each().isPresent() ? Optional.<Duration>empty() : usual.apply(stage))
                .orElse(Optional.of(Duration.ZERO));
    }

    private static Optional<Duration> longest(Stream<Optional<Duration>> times) {
        return times.reduce(
                Optional.of(Duration.ZERO),
                (one, other) ->
                        one.flatMap(first -> other.map(second -> first.compareTo(second) > 0 ? first : second)));
    }

    private static Optional<Duration> sum(Optional<Duration> one, Optional<Duration> other) {
        return one.flatMap(first -> other.map(first::plus));
    }
}
