package dev.winslow.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Names in each page the scripts that every page needs, so that the browser fetches them at once: each would otherwise be found only when the one
 * before has run.
 */
@Component
class Preloads implements VaadinServiceInitListener {
    private static final String FOLDER = "VAADIN/build/";
    private static final Pattern NEXT =
            Pattern.compile("(?:FlowBootstrap|FlowClient|generated-flow-imports)-[\\w-]+\\.js");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import)\\s*\"\\./([^\"]+\\.js)\"");

    private final Map<String, Set<String>> byFirst = new ConcurrentHashMap<>();

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.addIndexHtmlRequestListener(this::name);
    }

    private void name(IndexHtmlResponse response) {
        Element head = response.getDocument().head();
        List<String> first =
                head.select("script[type=module][src*=" + FOLDER + "]").eachAttr("src");
        first.stream()
                .map(script -> script.substring(script.lastIndexOf('/') + 1))
                .flatMap(script -> byFirst.computeIfAbsent(script, Preloads::after).stream())
                .forEach(script -> head.appendElement("link")
                        .attr("rel", "modulepreload")
                        .attr("crossorigin", true)
                        .attr("href", "./" + FOLDER + script));
    }

    /** What the page's first script starts, and what that imports. */
    private static Set<String> after(String first) {
        Deque<String> open = new ArrayDeque<>();
        NEXT.matcher(text(first)).results().forEach(each -> open.add(each.group()));
        Set<String> found = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String script = open.remove();
            if (!script.equals(first) && found.add(script)) {
                IMPORT.matcher(text(script)).results().forEach(each -> open.add(each.group(1)));
            }
        }
        return found;
    }

    private static String text(String script) {
        try {
            return new ClassPathResource("META-INF/VAADIN/webapp/" + FOLDER + script)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The script " + script + " of the pages cannot be read", e);
        }
    }
}
