package dev.winslow.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.minio.StorageRefused;
import dev.winslow.minio.StorageUnavailable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

class ProblemAnswersTest {
    private final MockMvcTester http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Faulty())
            .setControllerAdvice(new ProblemAnswers())
            .build());

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        var answer = http.get().uri("/refused");

        assertThat(answer).hasStatus(409).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().isEqualTo("""
                {
                  "type": "/problems/conflict",
                  "title": "In conflict with the present state",
                  "status": 409,
                  "detail": "The project runs.",
                  "remedy": "Wait for its end.",
                  "errors": ["stage detect runs"]
                }
                """, org.springframework.test.json.JsonCompareMode.STRICT);
    }

    @Test
    void keepsTheInsideOfAFailureToItself() {
        assertThat(http.get().uri("/failed"))
                .hasStatus(HttpStatus.INTERNAL_SERVER_ERROR)
                .bodyText()
                .doesNotContain("secret");
    }

    @Test
    void asksToTryAgainWhenTheStorageIsAway() {
        var answer = http.get().uri("/stored");

        assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).hasHeader("Retry-After", "5");
        assertThat(answer)
                .bodyText()
                .contains("The object storage does not answer")
                .doesNotContain("secret");
    }

    @Test
    void namesAMistypedValue() {
        assertThat(http.get().uri("/count/many"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("'many' is no value for count");
    }

    @Test
    void answersAWrongMethodInTheSameForm() {
        assertThat(http.post().uri("/refused"))
                .hasStatus(HttpStatus.METHOD_NOT_ALLOWED)
                .bodyText()
                .contains("/problems/invalid");
    }

    @Test
    void tellsAnUploadToBeginAgainFromAStorageThatRefusesForGood() {
        assertThat(http.get().uri("/refused-by-storage/NoSuchUpload"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Begin the upload again")
                .doesNotContain("secret");
        assertThat(http.get().uri("/refused-by-storage/AccessDenied"))
                .hasStatus(HttpStatus.INTERNAL_SERVER_ERROR)
                .bodyText()
                .contains("credentials")
                .doesNotContain("secret");
    }

    @RestController
    static class Faulty {
        @GetMapping("/refused-by-storage/{code}")
        String refusedByStorage(@PathVariable("code") String code) {
            throw new StorageRefused("secret", code, new java.io.IOException("secret"));
        }

        @GetMapping("/refused")
        String refused() {
            throw new ProblemException(
                    ProblemType.CONFLICT, "The project runs.", "Wait for its end.", List.of("stage detect runs"));
        }

        @GetMapping("/failed")
        String failed() {
            throw new IllegalStateException("secret");
        }

        @GetMapping("/stored")
        String stored() {
            throw new StorageUnavailable("secret", new java.io.IOException("secret"));
        }

        @GetMapping("/count/{count}")
        int count(@PathVariable("count") int count) {
            return count;
        }
    }
}
