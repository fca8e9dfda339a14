package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winslow.api.Paths;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.search.SearchHit;
import dev.winslow.api.search.SearchHit.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Search over everything. */
interface SearchContract {
    ServerOnADatabase server();

    @Test
    default void findsEachKindByAPartOfItsName() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.caller
                    .post(Paths.PROJECTS, new CreateProject("Elm " + scene.key, scene.key, List.of("T" + scene.key)))
                    .as(ProjectView.class);
            UUID run = scene.start(project).id();
            node.succeed(node.await());
            node.succeed(node.await());

            assertThat(kinds(search(scene, scene.key.substring(0, 9)))).contains(Kind.PROJECT, Kind.PIPELINE, Kind.TAG);
            assertThat(search(scene, "review " + scene.key))
                    .extracting(SearchHit::kind)
                    .contains(Kind.TASK);
            assertThat(search(scene, "detect " + scene.key))
                    .extracting(SearchHit::kind, SearchHit::title)
                    .containsExactly(tuple(Kind.STAGE, "detect"));
            assertThat(search(scene, run.toString()))
                    .extracting(SearchHit::kind, SearchHit::id)
                    .contains(tuple(Kind.RUN, run.toString()));
            assertThat(search(scene, "elm " + scene.key))
                    .first()
                    .isEqualTo(new SearchHit(
                            Kind.PROJECT,
                            project.id().toString(),
                            project.name(),
                            scene.key + ", owned by cli",
                            "projects/" + project.id()));
        }
    }

    @Test
    default void takesEveryCharacterForItself() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            scene.caller.post(Paths.PROJECTS, new CreateProject("100%_" + scene.key, scene.key, List.of()));
            scene.caller.post(Paths.PROJECTS, new CreateProject("100ab" + scene.key, scene.key, List.of()));

            assertThat(search(scene, "0%_" + scene.key))
                    .extracting(SearchHit::title)
                    .containsExactly("100%_" + scene.key);
            assertThat(search(scene, "'; drop table project; --")).isEmpty();
            assertThat(search(scene, "  ")).isEmpty();
        }
    }

    @Test
    default void answersNoMoreThanIsAskedForAndNothingDeleted() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView gone = scene.project();
            scene.project();
            scene.project();
            scene.caller.delete(Paths.PROJECTS + "/" + gone.id());

            assertThat(scene.caller
                            .get(Paths.SEARCH + "?limit=1&q=" + scene.key)
                            .listOf(SearchHit.class))
                    .hasSize(1);
            assertThat(search(scene, scene.key))
                    .extracting(SearchHit::id)
                    .doesNotContain(gone.id().toString());
        }
    }

    private static List<SearchHit> search(Scene scene, String words) {
        return scene.caller
                .get(Paths.SEARCH + "?limit=50&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .listOf(SearchHit.class);
    }

    private static List<Kind> kinds(List<SearchHit> hits) {
        return hits.stream().map(SearchHit::kind).distinct().toList();
    }
}
