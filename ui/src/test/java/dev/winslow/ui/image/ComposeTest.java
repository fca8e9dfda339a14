package dev.winslow.ui.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the file for Docker Compose promises. Whether Compose takes it, {@link ComposeIT} asks Compose. */
class ComposeTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private final Map<String, Map<String, Object>> services = services();

    @Test
    void letsAnOperatorChooseEveryImage() {
        services.forEach((name, service) ->
                assertThat(String.valueOf(service.get("image"))).as(name).matches("\\$\\{WINSLOW_\\w+_IMAGE:-.+}"));
    }

    @Test
    void startsEverythingAgainThatDied() {
        services.forEach((name, service) -> assertThat(service).as(name).containsEntry("restart", "unless-stopped"));
    }

    @Test
    void asksEachServiceHowItFares() throws IOException {
        for (String name : List.of("database", "storage")) {
            assertThat(service(name)).as(name).containsKey("healthcheck");
        }
        for (String image : List.of("server", "worker")) {
            assertThat(Files.readString(HOME.resolve("images").resolve(image).resolve("Dockerfile")))
                    .contains("HEALTHCHECK --interval=");
        }
    }

    @Test
    void hasNoSecretInItsEnvironment() {
        services.forEach((name, service) -> environment(service)
                .forEach((variable, value) ->
                        assertThat(variable).as(name).matches(".*_FILE|(?!.*(PASSWORD|SECRET|KEY|TOKEN)).*")));
    }

    @Test
    void givesTheServerSecretsUnderTheNamesOfItsSettings() {
        List<?> secrets = (List<?>) Objects.requireNonNull(service("server").get("secrets"));

        assertThat(secrets)
                .extracting(secret -> String.valueOf(((Map<?, ?>) secret).get("target")))
                .containsExactlyInAnyOrder(
                        "spring.datasource.password", "winslow.storage.access-key", "winslow.storage.secret-key");
    }

    @Test
    void startsTheWorkerOnCardsOnlyWhenAskedTo() {
        assertThat(service("worker")).doesNotContainKey("profiles");
        assertThat(service("worker-gpu")).containsEntry("profiles", List.of("gpu"));
    }

    /** {@code --scale} refuses to start a second container of one name or port. */
    @Test
    void letsWorkersBeMany() {
        assertThat(service("worker")).doesNotContainKeys("container_name", "ports");
    }

    private Map<String, Object> service(String name) {
        return Objects.requireNonNull(services.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() {
        try (Reader file = Files.newBufferedReader(HOME.resolve("docker-compose.yml"))) {
            Map<String, Object> all = new Yaml().load(file);
            return (Map<String, Map<String, Object>>) Objects.requireNonNull(all.get("services"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> environment(Map<String, Object> service) {
        return (Map<String, String>) Objects.requireNonNull(service.get("environment"));
    }
}
