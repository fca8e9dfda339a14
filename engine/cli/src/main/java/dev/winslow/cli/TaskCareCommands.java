package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.task.AddComment;
import dev.winslow.api.task.AssignTask;
import dev.winslow.api.task.SetDue;
import dev.winslow.api.task.TaskComment;
import dev.winslow.api.task.TaskView;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Who does a task and by when, and what is said about it. */
final class TaskCareCommands {
    private TaskCareCommands() {}

    @Command(name = "claim", description = "Takes a task on.")
    static final class Claim extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Override
        public Integer call() throws Exception {
            TaskView task = api().post(Paths.TASKS + "/" + id + "/claim", Map.of(), TaskView.class);
            print(task, () -> "\"" + task.name() + "\" is yours");
            return 0;
        }
    }

    @Command(name = "give", description = "Hands a task over to a person, or without one leaves it to anybody.")
    static final class Give extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Parameters(index = "1", paramLabel = "PERSON", arity = "0..1", defaultValue = "")
        private String person = "";

        @Override
        public Integer call() throws Exception {
            AssignTask to = new AssignTask(Optional.of(person).filter(name -> !name.isBlank()));
            TaskView task = api().put(Paths.TASKS + "/" + id + "/assignee", to, TaskView.class);
            print(
                    task,
                    () -> task.assignee()
                            .map(who -> who + " does \"" + task.name() + "\"")
                            .orElse("Anybody can do \"" + task.name() + "\""));
            return 0;
        }
    }

    @Command(
            name = "due",
            description = "Says when a task is to be done, or without a time leaves it as the pipeline says.")
    static final class Due extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Parameters(
                index = "1",
                paramLabel = "TIME",
                arity = "0..1",
                defaultValue = "",
                description = "Such as 2026-05-01T12:00:00Z.")
        private String time = "";

        @Override
        public Integer call() throws Exception {
            SetDue due = new SetDue(time.isBlank() ? Optional.empty() : Optional.of(instant(time)));
            TaskView task = api().put(Paths.TASKS + "/" + id + "/due", due, TaskView.class);
            print(task, () -> task.dueAt().map(at -> "Due " + at).orElse("Not due at any time"));
            return 0;
        }

        private Instant instant(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw new picocli.CommandLine.ParameterException(
                        spec().commandLine(), "Expected a time such as 2026-05-01T12:00:00Z, but got " + text + ".", e);
            }
        }
    }

    @Command(name = "comment", description = "Writes a comment on a task, or without a text shows what was written.")
    static final class Comment extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Parameters(index = "1", paramLabel = "TEXT", arity = "0..1", defaultValue = "")
        private String text = "";

        @Override
        public Integer call() throws Exception {
            String path = Paths.TASKS + "/" + id + "/comments";
            if (!text.isBlank()) {
                api().post(path, new AddComment(text), TaskComment.class);
            }
            var comments = api().list(path, TaskComment.class);
            Table table = new Table("SINCE", "BY", "COMMENT");
            comments.forEach(comment -> table.row(comment.writtenAt(), comment.writtenBy(), comment.text()));
            print(comments, table::toString);
            return 0;
        }
    }
}
