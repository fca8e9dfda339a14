package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** How requests that cannot be answered are answered. */
interface ProblemsContract {
    ServerOnADatabase server();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": "a", "tags": []}                                  | The field "pipelineKey" of the body is missing or null.
            {"name": "a", "pipelineKey": "bundled", "tags": [null]}    | of the body is missing or null.
            {"pipelineKey": "bundled", "tags": []}                     | The field "name" of the body is missing or null.
            {"name": "a", "pipelineKey": "bundled", "tags": "street"}  | The field "tags" of the body has a value of another kind.
            {"name":                                                   | The body is no JSON
            ``                                                         | The request has no body that can be read.
            """)
    default void namesWhatIsWrongInABody(String body, String sentence) {
        Answer answer = server().caller().postJson(Paths.PROJECTS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString("")).contains(sentence);
    }

    @Test
    default void namesANumberThatIsNone() {
        String body = "{\"path\": \"a.mp4\", \"size\": \"big\", \"sha256\": \"0\"}";

        Answer answer = server().caller().postJson(Paths.POOL + "/uploads", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString(""))
                .isEqualTo("The field \"size\" of the body cannot be \"big\".");
        assertThat(server().caller()
                        .postJson(Paths.POOL + "/uploads", "{\"path\": \"a\", \"sha256\": \"0\"}")
                        .body())
                .contains("The field \\\"size\\\" of the body is missing or null.");
    }

    @Test
    default void answersAnUnknownAddressWithAProblem() {
        Answer answer = server().caller().get(Paths.ROOT + "/nothing/here");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asString(""))
                .isEqualTo("There is nothing at GET /api/v1/nothing/here.");
        assertThat(server().caller().with("").get(Paths.ROOT + "/nothing").status())
                .isEqualTo(401);
    }

    @Test
    default void answersAWrongMethodWithAProblem() {
        Answer answer = server().caller().delete(Paths.NODES);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    default void describesItself() {
        JsonNode description =
                server().caller().with("").get("/api/docs/openapi").json();

        assertThat(description.at("/info/title").asString("")).isEqualTo("Winslow");
        assertThat(description.at("/info/version").asString("")).isEqualTo("v1");
        assertThat(description.at("/info/description").asString("")).contains("pipelines");
        assertThat(description.at("/components/securitySchemes/token/scheme").asString(""))
                .isEqualTo("bearer");
        assertThat(description.at("/security/0").has("token")).isTrue();
        assertThat(description.path("paths").has(Paths.PROJECTS)).isTrue();
    }
}
