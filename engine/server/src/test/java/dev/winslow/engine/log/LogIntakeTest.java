package dev.winslow.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class LogIntakeTest {
    private final LogIntake intake = new LogIntake(JsonMapper.builder().build(), 1, Duration.ZERO);

    @Test
    void asksForPatienceWhileOthersAreTaken() throws Exception {
        MockHttpServletResponse second = new MockHttpServletResponse();
        MockHttpServletResponse other = new MockHttpServletResponse();

        intake.doFilter(batch(10), new MockHttpServletResponse(), (request, response) -> {
            intake.doFilter(batch(10), second, new MockFilterChain());
            intake.doFilter(new MockHttpServletRequest("GET", "/api/v1/nodes"), other, new MockFilterChain());
        });

        assertThat(second.getStatus()).isEqualTo(429);
        assertThat(second.getHeader("Retry-After")).isEqualTo("1");
        assertThat(other.getStatus()).isEqualTo(200);
    }

    @Test
    void takesTheNextWhenOneIsDone() throws Exception {
        MockHttpServletResponse second = new MockHttpServletResponse();

        intake.doFilter(batch(10), new MockHttpServletResponse(), new MockFilterChain());
        intake.doFilter(batch(10), second, new MockFilterChain());

        assertThat(second.getStatus()).isEqualTo(200);
    }

    @Test
    void refusesABatchThatWouldFillTheMemory() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();

        intake.doFilter(batch(17 << 20), response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(response.getContentAsString()).contains("at most 16 MiB");
    }

    private static MockHttpServletRequest batch(int bytes) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/worker/attempts/1/log") {
            @Override
            public long getContentLengthLong() {
                return bytes;
            }
        };
        return request;
    }
}
