package dev.winslow.engine.trace;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Whether runs are traced, and how programs take part in it. */
public record Tracing(boolean isOn) {
    private static final String VARIABLE = "TRACEPARENT";

    /** The environment of an attempt's program, with where its own spans belong; what the pipeline says of this variable stands. */
    public Map<String, String> continuedIn(Map<String, String> environment, UUID run, UUID attempt) {
        if (!isOn || environment.containsKey(VARIABLE)) {
            return environment;
        }
        Map<String, String> more = new TreeMap<>(environment);
        more.put(VARIABLE, TraceIds.parent(run, attempt));
        return more;
    }
}
