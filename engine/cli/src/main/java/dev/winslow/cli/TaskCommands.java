package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.TaskView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists and answers what waits for a person. */
@Command(
        name = "task",
        description = "Lists and answers what waits for a person.",
        subcommands = {
            TaskCommands.List.class,
            TaskCommands.Show.class,
            TaskCommands.Complete.class,
            TaskCareCommands.Claim.class,
            TaskCareCommands.Give.class,
            TaskCareCommands.Due.class,
            TaskCareCommands.Comment.class
        })
final class TaskCommands {
    @Command(name = "list", description = "Lists open tasks.")
    static final class List extends ServerCommand {
        @Override
        public Integer call() throws Exception {
            var tasks = api().list(Paths.TASKS, TaskView.class);
            Table table = new Table("ID", "PROJECT", "TASK", "FORM", "SINCE", "DUE", "BY");
            tasks.forEach(task -> table.row(
                    task.id(),
                    task.projectName(),
                    task.name(),
                    task.form(),
                    task.createdAt(),
                    task.dueAt().map(Object::toString).orElse(""),
                    task.assignee().orElse("")));
            print(tasks, table::toString);
            return 0;
        }
    }

    @Command(name = "show", description = "Shows what a task asks for.")
    static final class Show extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Override
        public Integer call() throws Exception {
            var task = api().get(Paths.TASKS + "/" + id, TaskView.class);
            print(
                    task,
                    () -> task.name() + "\nform: " + task.form() + "\nsettings: " + task.settings() + "\nfields: "
                            + task.fields());
            return 0;
        }
    }

    @Command(name = "complete", description = "Answers a task with variables and files.")
    static final class Complete extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Option(names = "--env", paramLabel = "NAME=VALUE", description = "A variable, such as decision=approve.")
        private Map<String, String> variables = new LinkedHashMap<>();

        @Option(
                names = "--file",
                paramLabel = "NAME=FILE",
                description = "A file of the answer, such as reference-points.json=mine.json.")
        private Map<String, Path> files = new LinkedHashMap<>();

        @Override
        public Integer call() throws Exception {
            Map<String, String> texts = new HashMap<>();
            for (Map.Entry<String, Path> file : files.entrySet()) {
                texts.put(file.getKey(), Files.readString(file.getValue()));
            }
            api().post(Paths.TASKS + "/" + id + "/complete", new CompleteTask(variables, texts));
            print(id, () -> "Answered");
            return 0;
        }
    }
}
