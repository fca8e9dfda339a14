package dev.winslow.engine.guard;

import dev.winslow.api.Paths;
import dev.winslow.engine.guard.AccessRules.Need;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All calls that the server answers, as Spring knows them, with what the rules of access say of each. */
public record Calls(Map<RequestMappingInfo, HandlerMethod> mappings) {

    public static Calls of(ApplicationContext server) {
        return new Calls(server.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods());
    }

    /**
     * A call about something of a project.
     *
     * @param named what: PROJECT, RUN and so on
     * @param right that it takes
     */
    public record Call(String method, String pattern, String named, dev.winslow.api.access.Right right) {
        /** With the id of what it is about, and some id for all else. */
        public String address(UUID id) {
            String first = pattern.replaceFirst("\\{[^}]*}", id.toString());
            return first.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        }
    }

    /** Asks the rule of each; one without a rule fails. */
    public List<Call> ofProjects() {
        List<Call> calls = new ArrayList<>();
        mappings.keySet()
                .forEach(info -> patterns(info)
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> {
                                    Optional<Need> need = AccessRules.of(method.name(), pattern);
                                    need.ifPresent(found -> calls.add(new Call(
                                            method.name(),
                                            pattern,
                                            found.subject().name(),
                                            found.right())));
                                })));
        return calls;
    }

    /** Ids behind the question mark that no rule knows. */
    public Set<String> parametersWithoutRule() {
        Set<String> names = new TreeSet<>();
        handlers()
                .forEach(method -> Arrays.stream(method.getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                        .filter(parameter -> mentionsAnId(parameter.getParameterizedType()))
                        .map(parameter -> parameter.getName())
                        .filter(name -> !AccessRules.PARAMETERS.containsKey(name))
                        .forEach(names::add));
        return names;
    }

    /** Which parts of bodies are ids: what they name is beyond the rules, and whoever reads them has to ask. */
    public Set<String> idsInBodies() {
        Set<String> found = new TreeSet<>();
        handlers()
                .forEach(method -> Arrays.stream(method.getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                        .forEach(parameter -> collect(parameter.getParameterizedType(), found, new HashSet<>())));
        return found;
    }

    private Stream<Method> handlers() {
        return mappings.entrySet().stream()
                .filter(mapping ->
                        patterns(mapping.getKey()).anyMatch(pattern -> !pattern.startsWith(Paths.ROOT + "/worker/")))
                .map(mapping -> mapping.getValue().getMethod());
    }

    private static Stream<String> patterns(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith(Paths.ROOT) || pattern.startsWith("/page/"));
    }

    private static boolean mentionsAnId(Type type) {
        return types(type).anyMatch(each -> each == UUID.class);
    }

    private static void collect(Type type, Set<String> found, Set<Type> seen) {
        types(type).filter(each -> seen.add(each)).forEach(each -> {
            if (each.isSealed()) {
                Arrays.stream(each.getPermittedSubclasses()).forEach(kind -> collect(kind, found, seen));
            }
            if (each.isRecord()) {
                for (RecordComponent part : each.getRecordComponents()) {
                    if (types(part.getGenericType()).anyMatch(inner -> inner == UUID.class)) {
                        found.add(each.getSimpleName() + "." + part.getName());
                    }
                    collect(part.getGenericType(), found, seen);
                }
            }
        });
    }

    /** The class itself, and those that it is made of where it is a list, a map or an optional one. */
    private static Stream<Class<?>> types(Type type) {
        return switch (type) {
            case Class<?> plain -> Stream.of(plain);
            case ParameterizedType of ->
                Arrays.stream(of.getActualTypeArguments()).flatMap(Calls::types);
            default -> Stream.of();
        };
    }
}
