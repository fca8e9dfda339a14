package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.variable.SetVariable;
import dev.winslow.api.variable.VariableView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, sets and removes variables, of all projects or of one. */
@Command(
        name = "variable",
        description = "Lists, sets and removes variables, of all projects or of one.",
        subcommands = {
            VariableCommands.Show.class,
            VariableCommands.Set.class,
            VariableCommands.Unset.class,
            VariableCommands.History.class
        })
final class VariableCommands {
    /** What all of them share: the level. */
    abstract static class OfLevel extends ServerCommand {
        @Option(names = "--project", paramLabel = "ID", description = "Of this project; of all projects by default.")
        private @Nullable String project;

        String level() {
            return project == null ? Paths.VARIABLES : Paths.PROJECTS + "/" + project + "/variables";
        }

        Optional<String> project() {
            return Optional.ofNullable(project);
        }

        abstract void act(Api api) throws Exception;

        void print(Object answer, String words) {
            print(answer, () -> words);
        }

        @Override
        public Integer call() throws Exception {
            act(api());
            return 0;
        }
    }

    @Command(
            name = "list",
            description = "Lists variables with where each value comes from; those of secrets are not shown.")
    static final class Show extends OfLevel {
        @Option(names = "--run", description = "As the stages of the project's latest run see them.")
        private boolean run;

        @Override
        void act(Api api) {
            List<VariableView> variables = api.list(run ? ofLatestRun(api) : level(), VariableView.class);
            Table table = new Table("NAME", "VALUE", "FROM", "INSTEAD OF");
            variables.forEach(variable -> table.row(
                    variable.name(), variable.value().orElse("•••"), variable.origin(), variable.overridden()));
            print(variables, table.toString());
        }

        private String ofLatestRun(Api api) {
            String id = project().orElseThrow(() -> new Refused("Name the project of the run by --project."));
            return api.get(Paths.PROJECTS + "/" + id, ProjectView.class)
                    .latestRun()
                    .map(latest -> Paths.RUNS + "/" + latest + "/variables")
                    .orElseThrow(() -> new Refused("This project has no run yet: start one."));
        }
    }

    @Command(name = "set", description = "Sets a variable for what starts from now on.")
    static final class Set extends OfLevel {
        @Parameters(index = "0", paramLabel = "NAME")
        private String name = "";

        @Parameters(index = "1", paramLabel = "VALUE")
        private String value = "";

        @Option(names = "--secret", description = "Never shown again, and masked in logs.")
        private boolean secret;

        @Override
        void act(Api api) {
            api.put(level() + "/" + name, new SetVariable(value, Optional.of(secret)));
            print(Map.of("name", name), "Set " + name);
        }
    }

    @Command(name = "unset", description = "Removes a variable of this level.")
    static final class Unset extends OfLevel {
        @Parameters(index = "0", paramLabel = "NAME")
        private String name = "";

        @Override
        void act(Api api) {
            api.delete(level() + "/" + name);
            print(Map.of("name", name), "Removed " + name);
        }
    }

    @Command(
            name = "history",
            description =
                    "Shows who changed a variable of all projects when, newest first; of secrets only that they changed.")
    static final class History extends ServerCommand {
        @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: ${DEFAULT-VALUE}).")
        private int limit = 100;

        @Override
        public Integer call() throws Exception {
            var events = api().list(Paths.VARIABLES_HISTORY + "?limit=" + limit, EventView.class);
            Table table = new Table("EVENT", "AT", "WHO", "WHAT");
            events.forEach(event -> table.row(event.id(), event.at(), event.who(), event.text()));
            print(events, table::toString);
            return 0;
        }
    }
}
