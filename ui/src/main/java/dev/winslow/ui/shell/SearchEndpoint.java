package dev.winslow.ui.shell;

import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.access.Right;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.search.SearchHit;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import dev.winslow.engine.search.SearchService;
import dev.winslow.ui.shell.PaletteActions.Action;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search for the palette, which brings a session instead of a token, with what can be done to the runs that are meant. */
@RestController
class SearchEndpoint {
    private static final int SHOWN = 20;
    private static final int MOST_RUNS = 5;
    private static final Pattern STEERING = Pattern.compile("(pause|resume|anhalten|fortsetzen)(?:\\s+(.*))?");
    private static final Pattern PROJECT =
            Pattern.compile(Navigation.PROJECT + "/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    private final SearchService search;
    private final ProjectService projects;
    private final RunService runs;

    SearchEndpoint(SearchService search, ProjectService projects, RunService runs) {
        this.search = search;
        this.projects = projects;
        this.runs = runs;
    }

    record Found(List<SearchHit> hits, List<Action> actions) {}

    /** @param at the page on which it is asked */
    @GetMapping("/page/search")
    Found search(@RequestParam String q, @RequestParam(defaultValue = "") String at) {
        return new Found(
                search.search(q, SHOWN, Viewer.current()), steering(q.strip().toLowerCase(Locale.ROOT), at));
    }

    /** Of the project whose page it is, or of those that are named behind "pause" or "resume". */
    private List<Action> steering(String words, String at) {
        Matcher typed = STEERING.matcher(words);
        boolean asked = typed.matches();
        String name = asked ? Optional.ofNullable(typed.group(2)).orElse("") : "";
        Stream<ProjectView> meant = name.isEmpty() ? here(at).stream() : named(name);
        return meant.filter(project -> project.may().includes(Right.CHANGE))
                .filter(project -> asked || words.isEmpty())
                .flatMap(project -> move(project).stream())
                .filter(action -> !asked || action.id().startsWith(meaning(typed.group(1))))
                .toList();
    }

    private static String meaning(String verb) {
        return switch (verb) {
            case "anhalten" -> PaletteActions.PAUSE;
            case "fortsetzen" -> PaletteActions.RESUME;
            default -> verb;
        };
    }

    private Stream<ProjectView> named(String name) {
        return search.search(name, SHOWN, Viewer.current()).stream()
                .filter(hit -> hit.kind() == SearchHit.Kind.PROJECT)
                .limit(MOST_RUNS)
                .flatMap(hit -> projects.find(UUID.fromString(hit.id()), Viewer.current()).stream());
    }

    private Optional<ProjectView> here(String at) {
        Matcher page = PROJECT.matcher(at);
        return page.matches() ? projects.find(UUID.fromString(page.group(1)), Viewer.current()) : Optional.empty();
    }

    private Optional<Action> move(ProjectView project) {
        return project.latestRun()
                .filter(run -> project.state() != ProjectState.SUCCEEDED)
                .flatMap(runs::find)
                .filter(run -> !run.state().isFinal())
                .map(run -> run.paused()
                        ? Action.doing(
                                PaletteActions.RESUME + ":" + run.id(),
                                t("Resume {0}", project.name()),
                                t("stages are given to nodes again"))
                        : Action.doing(
                                PaletteActions.PAUSE + ":" + run.id(),
                                t("Pause {0}", project.name()),
                                t("what runs goes on to its end")));
    }
}
