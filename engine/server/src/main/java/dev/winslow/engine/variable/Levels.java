package dev.winslow.engine.variable;

import dev.winslow.api.variable.Origin;
import dev.winslow.api.variable.VariableView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Variables of several levels, laid over each other. A name that one level calls secret is secret at all of them. */
public final class Levels {
    private final Map<Origin, Map<String, String>> levels = new EnumMap<>(Origin.class);
    private final Set<String> secrets = new HashSet<>();

    public Levels with(Origin origin, Map<String, String> values) {
        levels.put(origin, Map.copyOf(values));
        return this;
    }

    public Levels with(Origin origin, List<Variable> variables) {
        variables.stream().filter(Variable::secret).map(Variable::name).forEach(secrets::add);
        return with(origin, variables.stream().collect(Collectors.toMap(Variable::name, Variable::value)));
    }

    public Levels secret(Set<String> names) {
        secrets.addAll(names);
        return this;
    }

    /** The values that count, secrets among them. */
    public Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        levels.values().forEach(values::putAll);
        return values;
    }

    public Map<String, Origin> origins() {
        Map<String, Origin> origins = new TreeMap<>();
        levels.forEach((origin, values) -> values.keySet().forEach(name -> origins.put(name, origin)));
        return origins;
    }

    /** Names that nobody is shown the value of. */
    public Set<String> secrets() {
        return Set.copyOf(secrets);
    }

    /** As people see them. */
    public List<VariableView> views() {
        Map<String, String> values = values();
        List<VariableView> views = new ArrayList<>();
        origins()
                .forEach((name, origin) -> views.add(new VariableView(
                        name,
                        secrets.contains(name) ? Optional.empty() : Optional.ofNullable(values.get(name)),
                        origin,
                        secrets.contains(name),
                        overridden(name, origin))));
        return views;
    }

    private String overridden(String name, Origin origin) {
        return levels.entrySet().stream()
                .filter(level -> level.getKey() != origin && level.getValue().containsKey(name))
                .map(level -> level.getKey().name())
                .collect(Collectors.joining(","));
    }

    /** Values as they may be shown. */
    public Map<String, String> masked(Map<String, String> values) {
        Map<String, String> masked = new TreeMap<>(values);
        masked.replaceAll((name, value) -> secrets.contains(name) ? Variable.MASK : value);
        return masked;
    }
}
