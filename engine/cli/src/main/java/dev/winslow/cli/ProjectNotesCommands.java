package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.project.AddTodo;
import dev.winslow.api.project.ChangeNotes;
import dev.winslow.api.project.ChangeTodo;
import dev.winslow.api.project.NotesView;
import dev.winslow.api.project.TodoItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Notes and to-do list of a project. */
final class ProjectNotesCommands {
    private ProjectNotesCommands() {}

    @Command(name = "notes", description = "Shows or replaces the notes of a project.")
    static final class Notes extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Option(names = "--set", paramLabel = "TEXT", description = "The new notes.")
        private @Nullable String text;

        @Option(names = "--file", description = "A file with the new notes.")
        private @Nullable Path file;

        @Override
        public Integer call() throws Exception {
            String path = Paths.PROJECTS + "/" + id + "/notes";
            Optional<String> changed = file == null ? Optional.ofNullable(text) : Optional.of(Files.readString(file));
            NotesView notes = changed.isPresent()
                    ? api().put(path, new ChangeNotes(changed.get(), Optional.empty()), NotesView.class)
                    : api().get(path, NotesView.class);
            print(notes, notes::text);
            return 0;
        }
    }

    @Command(
            name = "todo",
            description = {
                "Shows or changes what is to do in a project.",
                "Items are named by their number in the list or by their id."
            })
    static final class Todo extends ServerCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Option(names = "--add", paramLabel = "TEXT", description = "Something new at the end of the list.")
        private @Nullable String added;

        @Option(names = "--done", paramLabel = "ITEM", description = "Ticks it off.")
        private @Nullable String done;

        @Option(names = "--undone", paramLabel = "ITEM", description = "Takes the tick back.")
        private @Nullable String undone;

        @Option(names = "--remove", paramLabel = "ITEM", description = "Removes it.")
        private @Nullable String removed;

        @Option(names = "--move", arity = "2", paramLabel = "ITEM|NUMBER", description = "Moves it to this number.")
        private List<String> moved = List.of();

        @Override
        public Integer call() throws Exception {
            Api api = api();
            String path = Paths.PROJECTS + "/" + id + "/todo";
            List<TodoItem> before = api.list(path, TodoItem.class);
            if (added != null) {
                api.post(path, new AddTodo(added), TodoItem.class);
            }
            if (done != null) {
                change(api, item(before, done), new ChangeTodo(Optional.empty(), Optional.of(true), Optional.empty()));
            }
            if (undone != null) {
                change(
                        api,
                        item(before, undone),
                        new ChangeTodo(Optional.empty(), Optional.of(false), Optional.empty()));
            }
            if (!moved.isEmpty()) {
                Optional<Integer> place = Optional.of(number(moved.get(1)) - 1);
                change(api, item(before, moved.getFirst()), new ChangeTodo(Optional.empty(), Optional.empty(), place));
            }
            if (removed != null) {
                api.delete(path + "/" + item(before, removed));
            }
            List<TodoItem> items = api.list(path, TodoItem.class);
            print(items, () -> table(items));
            return 0;
        }

        private void change(Api api, String item, ChangeTodo change) {
            api.patch(Paths.PROJECTS + "/" + id + "/todo/" + item, change, TodoItem.class);
        }

        private static String item(List<TodoItem> items, String named) {
            if (!named.matches("[0-9]{1,6}")) {
                return named;
            }
            int number = number(named);
            if (number < 1 || number > items.size()) {
                throw new Refused("There is no item " + number + ": the list has " + items.size() + ".");
            }
            return items.get(number - 1).id().toString();
        }

        private static int number(String text) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new Refused("\"" + text + "\" is no number in the list.");
            }
        }

        private static String table(List<TodoItem> items) {
            Table table = new Table("NUMBER", "DONE", "WHAT", "BY", "ID");
            for (int i = 0; i < items.size(); i++) {
                TodoItem item = items.get(i);
                table.row(i + 1, item.done() ? "x" : "", item.text(), item.createdBy(), item.id());
            }
            return table.toString();
        }
    }
}
