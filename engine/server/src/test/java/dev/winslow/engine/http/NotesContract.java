package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import dev.winslow.api.project.AddTodo;
import dev.winslow.api.project.ChangeNotes;
import dev.winslow.api.project.NotesView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.project.TodoItem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Notes and what is to do. */
interface NotesContract {
    ServerOnADatabase server();

    @Test
    default void keepsNotesAndWhoChangedThem() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String notes = of(scene.project()) + "/notes";
            assertThat(scene.caller.get(notes).as(NotesView.class))
                    .isEqualTo(new NotesView("", Optional.empty(), Optional.empty()));

            NotesView first = scene.caller
                    .putJson(notes, new ChangeNotes("Wind from the west.", Optional.empty()))
                    .as(NotesView.class);
            NotesView second = scene.caller
                    .putJson(notes, new ChangeNotes("Calm.", first.changedAt()))
                    .as(NotesView.class);
            Answer late = scene.caller.putJson(notes, new ChangeNotes("Storm.", first.changedAt()));

            assertThat(first.changedBy()).contains("cli");
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.body()).contains("cli has changed these notes meanwhile");
            assertThat(scene.caller.get(notes).as(NotesView.class)).isEqualTo(second);
        }
    }

    @Test
    default void keepsWhatIsToDoInTheOrderThatPeopleGiveIt() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            String todo = of(project) + "/todo";
            TodoItem fly = add(scene, todo, "Fly again");
            TodoItem check = add(scene, todo, "Check the points");
            TodoItem send = add(scene, todo, "Send the charts");

            scene.caller.patchJson(todo + "/" + send.id(), "{\"place\": 0}").as(TodoItem.class);
            scene.caller
                    .patchJson(todo + "/" + check.id(), "{\"done\": true, \"text\": \"Check all points\"}")
                    .as(TodoItem.class);
            scene.caller.delete(todo + "/" + fly.id());

            List<TodoItem> left = scene.caller.get(todo).listOf(TodoItem.class);
            assertThat(left).extracting(TodoItem::text).containsExactly("Send the charts", "Check all points");
            assertThat(left).extracting(TodoItem::done).containsExactly(false, true);
            assertThat(left).extracting(TodoItem::createdBy).containsOnly("cli");
            assertThat(scene.caller.get(of(project) + "/history").listOf(EventView.class))
                    .extracting(EventView::kind)
                    .startsWith(EventKind.TODO_REMOVED, EventKind.TODO_DONE, EventKind.TODO_CHANGED);
        }
    }

    @Test
    default void refusesWhatIsNothingToDo() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String todo = of(scene.project()) + "/todo";

            assertThat(scene.caller.post(todo, new AddTodo(" ")).status()).isEqualTo(422);
            assertThat(scene.caller
                            .patchJson(todo + "/" + UUID.randomUUID(), "{\"done\": true}")
                            .status())
                    .isEqualTo(404);
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + UUID.randomUUID() + "/todo")
                            .status())
                    .isEqualTo(404);
        }
    }

    private static TodoItem add(Scene scene, String todo, String text) {
        return scene.caller.post(todo, new AddTodo(text)).as(TodoItem.class);
    }

    private static String of(ProjectView project) {
        return Paths.PROJECTS + "/" + project.id();
    }
}
