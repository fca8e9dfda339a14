package dev.winslow.engine.http;

import static dev.winslow.engine.http.SharedProjects.change;
import static dev.winslow.engine.http.SharedProjects.closed;
import static dev.winslow.engine.http.SharedProjects.path;
import static dev.winslow.engine.http.SharedProjects.project;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.access.AccessEntry;
import dev.winslow.api.access.AccessView;
import dev.winslow.api.access.ChangeAccess;
import dev.winslow.api.access.GroupView;
import dev.winslow.api.access.Holder;
import dev.winslow.api.access.Level;
import dev.winslow.api.access.Right;
import dev.winslow.api.access.SaveGroup;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.http.People.Somebody;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** People who are named together in what they may do. */
interface GroupsContract {
    ServerOnADatabase server();

    @Test
    default void givesAGroupWhatItsMembersMayDo() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            Somebody anna = people().user();
            Somebody bob = people().user();
            ProjectView project = closed(anna, scene);
            GroupView group = server().caller()
                    .post(
                            Paths.GROUPS,
                            new SaveGroup(
                                    "team " + scene.key, List.of(bob.name().toUpperCase(Locale.ROOT))))
                    .as(GroupView.class);

            AccessView access = change(
                            anna,
                            project,
                            ChangeAccess.set(new AccessEntry(Holder.group(group.name()), Level.MAINTAINER)))
                    .as(AccessView.class);

            assertThat(access.entries()).containsExactly(new AccessEntry(Holder.group(group.name()), Level.MAINTAINER));
            assertThat(bob.caller().get(path(project)).as(ProjectView.class).may())
                    .isEqualTo(Right.CHANGE);
            assertThat(bob.caller().get(Paths.GROUPS).listOf(GroupView.class))
                    .filteredOn(each -> each.id().equals(group.id()))
                    .containsExactly(new GroupView(group.id(), group.name(), List.of(bob.name()), 1));
            assertThat(bob.caller().delete(Paths.GROUPS + "/" + group.id()).status())
                    .isEqualTo(403);

            server().caller()
                    .putJson(Paths.GROUPS + "/" + group.id(), new SaveGroup(group.name(), List.of()))
                    .as(GroupView.class);
            assertThat(bob.caller().get(path(project)).status()).isEqualTo(404);
            assertThat(server().caller().delete(Paths.GROUPS + "/" + group.id()).status())
                    .isEqualTo(204);
            assertThat(anna.caller()
                            .get(path(project) + "/access")
                            .as(AccessView.class)
                            .entries())
                    .isEmpty();
        }
    }

    @Test
    default void refusesGroupsAndPeopleThatAreNone() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            Somebody anna = people().user();
            ProjectView project = project(anna, scene);

            assertThat(change(anna, project, ChangeAccess.owner("nobody-" + scene.key))
                            .body())
                    .contains("There is no person or program");
            assertThat(change(anna, project, ChangeAccess.set(new AccessEntry(Holder.group(scene.key), Level.MEMBER)))
                            .body())
                    .contains("There is no group");
            assertThat(server().caller()
                            .post(Paths.GROUPS, new SaveGroup("g" + scene.key, List.of("nobody-" + scene.key)))
                            .status())
                    .isEqualTo(422);
            assertThat(server().caller()
                            .post(Paths.GROUPS, new SaveGroup(" ", List.of()))
                            .status())
                    .isEqualTo(422);
        }
    }

    private People people() {
        return new People(server());
    }
}
