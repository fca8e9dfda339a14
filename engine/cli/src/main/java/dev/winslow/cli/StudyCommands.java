package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.study.Parameter;
import dev.winslow.api.study.StartStudy;
import dev.winslow.api.study.StudySummary;
import dev.winslow.api.study.StudyView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Runs a project's pipeline over all combinations of some variables' values, and shows what came of each. */
@Command(
        name = "study",
        description =
                "Runs a project's pipeline over all combinations of some variables' values, and shows what came of each.",
        subcommands = {
            StudyCommands.Start.class,
            StudyCommands.All.class,
            StudyCommands.Show.class,
            StudyCommands.Cancel.class
        })
final class StudyCommands {
    @Command(
            name = "start",
            description = "Starts a run for each combination, all at once, beside the project's own run.")
    static final class Start extends ServerCommand {
        @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's id.")
        private String project = "";

        @Option(
                names = "--vary",
                required = true,
                paramLabel = "NAME=VALUES",
                converter = ParameterOption.class,
                description =
                        "A variable with its values: a,b,c or 1..5 or 0.1..0.9:0.2; may be repeated. The last varies fastest.")
        private List<Parameter> parameters = new ArrayList<>();

        @Option(names = "--name", description = "What to call it; by default the variables' names.")
        private @Nullable String name;

        @Option(names = "--at", paramLabel = "STEP", description = "The step to begin with.")
        private @Nullable String step;

        @Option(names = "--pause-after", paramLabel = "STEP", description = "Pauses each run once this step is done.")
        private @Nullable String pauseAfter;

        @Mixin
        private SteerCommands.Variables variables = new SteerCommands.Variables();

        @Mixin
        private SteerCommands.Workspace workspace = new SteerCommands.Workspace();

        @Override
        public Integer call() throws Exception {
            StartStudy request = new StartStudy(
                    Optional.ofNullable(name),
                    parameters,
                    variables.all(),
                    Optional.ofNullable(step),
                    workspace.choice(),
                    Optional.ofNullable(pauseAfter));
            var started = api().post(Paths.PROJECTS + "/" + project + "/studies", request, StudyView.class);
            print(
                    started,
                    () -> "Started study " + started.study().id() + " with "
                            + started.runs().size() + " runs");
            return 0;
        }
    }

    /** Not as a map, which would keep the last of those that are named twice without a word. */
    static final class ParameterOption implements ITypeConverter<Parameter> {
        @Override
        public Parameter convert(String text) {
            int end = text.indexOf('=');
            if (end < 1) {
                throw new TypeConversionException("expected NAME=VALUES but was '" + text + "'");
            }
            return new Parameter(text.substring(0, end), text.substring(end + 1));
        }
    }

    @Command(name = "list", description = "Lists the studies of a project.")
    static final class All extends ServerCommand {
        @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's id.")
        private String project = "";

        @Override
        public Integer call() throws Exception {
            var studies = api().list(Paths.PROJECTS + "/" + project + "/studies", StudySummary.class);
            Table table = new Table("ID", "NAME", "STARTED", "BY", "RUNS");
            studies.forEach(study ->
                    table.row(study.id(), study.name(), study.createdAt(), study.createdBy(), StudyText.states(study)));
            print(studies, table::toString);
            return 0;
        }
    }

    @Command(
            name = "show",
            description = "Shows the table of a study: parameters, how each run stands, and its results.")
    static final class Show extends ServerCommand {
        @Parameters(index = "0", paramLabel = "STUDY", description = "The study's id.")
        private String id = "";

        @Option(names = "--csv", description = "As CSV; files stand in it as addresses of the server.")
        private boolean csv;

        @Override
        public Integer call() throws Exception {
            String path = Paths.STUDIES + "/" + id;
            if (csv) {
                out().print(new String(api().bytes(path + "/table.csv"), StandardCharsets.UTF_8));
                out().flush();
            } else {
                var study = api().get(path, StudyView.class);
                print(study, () -> StudyText.of(study));
            }
            return 0;
        }
    }

    @Command(name = "cancel", description = "Ends all runs of a study that have not ended; what they have left stays.")
    static final class Cancel extends ServerCommand {
        @Parameters(index = "0", paramLabel = "STUDY", description = "The study's id.")
        private String id = "";

        @Override
        public Integer call() throws Exception {
            var study = api().post(Paths.STUDIES + "/" + id + "/cancel", Map.of(), StudyView.class);
            print(study, () -> StudyText.states(study.study()));
            return 0;
        }
    }
}
