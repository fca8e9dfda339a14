package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCodesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dance",
                "project show",
                "project create OnlyAName",
                "file list x --area SOMEWHERE",
                "log",
                "task complete x --env novalue",
                "run vehicle-tracking no-such-video.mp4",
                "node list --colour red",
                "node list --version",
                "study start x --vary A"
            })
    void areTwoForWrongUsage(String line) {
        Said said = Said.by(line.split(" "));

        assertThat(said.exitCode()).isEqualTo(Winslow.USAGE);
        assertThat(said.error()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "project --help",
                "pipeline deploy --help",
                "file upload --help",
                "run --help",
                "log --help",
                "node drain --help",
                "task complete --help"
            })
    void areZeroForHelp(String line) {
        Said said = Said.by(line.split(" "));

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).isNotBlank();
    }

    @Test
    void areZeroForTheScriptThatCompletesCommands() {
        Said said = Said.by("generate-completion");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("complete", "winslow", "project");
    }

    @Test
    void areThreeWhereNoServerAnswers() {
        Said said = Said.by("node", "list", "--token", "x", "--server", "http://127.0.0.1:1");

        assertThat(said.exitCode()).isEqualTo(Winslow.UNREACHABLE);
        assertThat(said.error()).contains("does not answer: start it with ./winslow up");
    }

    @Test
    void areOneWithTheServersWordsForWhatItRefuses() throws IOException {
        try (StubServer server = new StubServer()) {
            server.on("POST /api/v1/projects", 422, """
                    {"type": "/problems/invalid", "title": "Not valid", "status": 422,
                     "detail": "There is no pipeline \\"x\\".", "remedy": "Deploy it first.", "errors": ["one", "two"]}""", Map.of());

            Said said = Said.to(server, "project", "create", "Bridge", "x");

            assertThat(said.exitCode()).isEqualTo(Winslow.FAILED);
            assertThat(said.error().lines())
                    .containsExactly("There is no pipeline \"x\".", "  one", "  two", "Deploy it first.");
            assertThat(said.out()).isEmpty();
        }
    }

    @Test
    void areOneForAnAnswerThatIsNoProblem() throws IOException {
        try (StubServer server = new StubServer()) {
            server.on("GET /api/v1/nodes", 502, "<html>Bad gateway</html>", Map.of());

            Said said = Said.to(server, "node", "list");

            assertThat(said.exitCode()).isEqualTo(Winslow.FAILED);
            assertThat(said.error()).contains("The server answered 502");
        }
    }

    @Test
    void takesTheTokenOfTheDataFolder(@TempDir Path data) throws IOException {
        Files.writeString(data.resolve("cli.token"), "from-file\n");
        try (StubServer server = new StubServer()) {
            server.on("GET /api/v1/nodes", 200, "[]", Map.of());

            Said said = Said.by(
                    "node",
                    "list",
                    "--data",
                    data.toString(),
                    "--server",
                    server.address().toString());

            assertThat(said.exitCode()).isZero();
            assertThat(server.request("GET /api/v1/nodes").authorization()).contains("Bearer from-file");
        }
    }
}
