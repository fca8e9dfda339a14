package dev.winslow.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventView;
import dev.winslow.api.pipeline.PipelineUser;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.flowable.KernelOnADatabase;
import dev.winslow.engine.history.Event;
import dev.winslow.engine.history.EventsOfADatabase;
import dev.winslow.engine.problem.ProblemAdvice;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** Pipelines over HTTP, down to the database. */
abstract class PipelineApiContract {
    abstract KernelOnADatabase database();

    @Test
    void deploysListsShowsAndRetires() {
        var http = http();

        assertThat(deploy(http, PipelineParserTest.GOOD))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.version")
                .isEqualTo(1);
        assertThat(deploy(http, PipelineParserTest.GOOD))
                .bodyJson()
                .extractingPath("$.version")
                .isEqualTo(1);
        String second = PipelineParserTest.GOOD.replace("winslow/tracker:1", "winslow/tracker:2");
        assertThat(deploy(http, second)).bodyJson().extractingPath("$.version").isEqualTo(2);

        assertThat(http.get().uri(Paths.PIPELINES))
                .bodyJson()
                .extractingPath("$[?(@.key == 'tracking')].projects")
                .asArray()
                .containsExactly(3);
        assertThat(http.get().uri(Paths.PIPELINES + "/tracking/versions/1/xml"))
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_XML)
                .bodyText()
                .isEqualTo(PipelineParserTest.GOOD);

        assertThat(http.delete().uri(Paths.PIPELINES + "/tracking")).hasStatus(204);
        assertThat(http.get().uri(Paths.PIPELINES + "/tracking"))
                .bodyJson()
                .extractingPath("$.retired")
                .isEqualTo(true);
    }

    @Test
    void tellsAdministratorsWhatBecameOfPipelines() {
        var http = http();
        String xml = PipelineParserTest.GOOD.replace("\"tracking\"", "\"audited\"");

        deploy(http, xml);
        deploy(http, xml);
        http.delete().uri(Paths.PIPELINES + "/audited").exchange();
        http.delete().uri(Paths.PIPELINES + "/audited").exchange();
        http.post().uri(Paths.PIPELINES + "/audited/restore").exchange();
        http.delete().uri(Paths.PIPELINES + "/audited").exchange();
        deploy(http, xml);

        assertThat(EventsOfADatabase.of(database().context()).audit(Optional.empty(), 100).stream()
                        .filter(event -> "audited".equals(event.details().get("pipeline")))
                        .map(Event::view)
                        .map(EventView::text))
                .containsExactly(
                        "brought the retired pipeline \"audited\" back",
                        "retired the pipeline \"audited\"",
                        "brought the retired pipeline \"audited\" back",
                        "retired the pipeline \"audited\"",
                        "deployed version 1 of the pipeline \"audited\"");
    }

    @Test
    void saysAllThatIsWrongWithAPipeline() {
        String broken = PipelineParserTest.GOOD.replace("PT12H", "long").replace("8GiB", "much");

        assertThat(deploy(http(), broken))
                .hasStatus(422)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.errors.length()")
                .isEqualTo(2);
    }

    @Test
    void tellsWhatOnlyTheEngineFindsWrong() {
        String disordered = PipelineParserTest.GOOD.replace(
                "<startEvent id=\"start\"/>", "<startEvent id=\"start\" colour=\"red\"/>");

        assertThat(deploy(http(), disordered)).hasStatus(422).bodyText().contains("The process engine refuses it");
    }

    @Test
    void knowsNoOtherPipelines() {
        assertThat(http().get().uri(Paths.PIPELINES + "/none")).hasStatus(404);
        assertThat(http().get().uri(Paths.PIPELINES + "/none/versions/1/xml")).hasStatus(404);
        assertThat(http().delete().uri(Paths.PIPELINES + "/none")).hasStatus(404);
    }

    @Test
    void keepsWhatAPersonHasDeployedOverWhatComesWithWinslow() {
        var service = service();
        String first = PipelineParserTest.GOOD.replace("id=\"tracking\"", "id=\"shipped\"");
        String edited = first.replace("winslow/tracker:1", "own/tracker:1");
        String later = first.replace("winslow/tracker:1", "winslow/tracker:2");

        assertThat(deployBundled(service, first).version()).isEqualTo(1);
        assertThat(deployBundled(service, later).version())
                .as("a later release replaces its own")
                .isEqualTo(2);
        assertThat(service.deploy(edited)).isInstanceOf(PipelineService.Deployment.Deployed.class);

        assertThat(deployBundled(service, later).version()).isEqualTo(3);
        assertThat(deployBundled(service, first.replace("winslow/tracker:1", "winslow/tracker:3"))
                        .version())
                .isEqualTo(3);
        assertThat(service.versions("shipped")).hasSize(3);

        assertThat(service.deploy(later)).isInstanceOf(PipelineService.Deployment.Deployed.class);
        assertThat(deployBundled(service, first.replace("winslow/tracker:1", "winslow/tracker:3"))
                        .version())
                .as("a person who went back to what came with Winslow gets its later releases again")
                .isEqualTo(5);
    }

    private static PipelineVersion deployBundled(PipelineService service, String xml) {
        return ((PipelineService.Deployment.Deployed) service.deployBundled(xml)).version();
    }

    private static MvcTestResult deploy(MockMvcTester http, String xml) {
        return http.post()
                .uri(Paths.PIPELINES)
                .contentType(MediaType.APPLICATION_XML)
                .content(xml)
                .exchange();
    }

    private PipelineService service() {
        var context = database().context();
        return new PipelineService(
                new PipelineParser(),
                new PipelineRepository(context.getBean(JdbcClient.class)),
                database().kernel(),
                EventsOfADatabase.of(context),
                context.getBean(TransactionTemplate.class),
                context.getBeanProvider(InstantSource.class));
    }

    private MockMvcTester http() {
        var service = service();
        ObjectProvider<PipelineUsers> users = new ObjectProvider<>() {
            @Override
            public Stream<PipelineUsers> stream() {
                return Stream.of(new ThreeProjects());
            }
        };
        var history = new PipelineHistory(service, new PipelineParser(), users);
        return MockMvcTester.create(MockMvcBuilders.standaloneSetup(
                        new PipelineController(service, history), new PipelineHistoryController(history))
                .setControllerAdvice(ProblemAdvice.create())
                .build());
    }

    private static class ThreeProjects implements PipelineUsers {
        @Override
        public int countProjects(String pipelineKey) {
            return 3;
        }

        @Override
        public List<PipelineUser> usersOf(String pipelineKey, Viewer viewer) {
            return List.of();
        }
    }
}
