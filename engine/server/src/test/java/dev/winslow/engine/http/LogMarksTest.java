package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.engine.trace.Tracing;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LogMarksTest {
    private static final String ID = "01a1fdca-9244-752d-93c4-e0c4f8703d70";

    private final LogMarks marks = new LogMarks(new Tracing(true));

    @Test
    void markWhatTheAddressNames() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/worker/attempts/" + ID + "/state");
        marks.preHandle(request, new MockHttpServletResponse(), this);

        assertThat(MDC.get("attempt")).isEqualTo(ID);
        marks.afterCompletion(request, new MockHttpServletResponse(), this, null);
        assertThat(MDC.get("attempt")).isNull();
    }

    @Test
    void markTheTraceOfARun() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/runs/" + ID);
        marks.preHandle(request, new MockHttpServletResponse(), this);

        assertThat(MDC.get("traceId")).isEqualTo("01a1fdca9244752d93c4e0c4f8703d70");
        marks.afterCompletion(request, new MockHttpServletResponse(), this, null);
        assertThat(MDC.get("traceId")).isNull();
    }

    @Test
    void markNoTraceWhereNoneIsSent() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/runs/" + ID);
        new LogMarks(new Tracing(false)).preHandle(request, new MockHttpServletResponse(), this);

        assertThat(MDC.get("traceId")).isNull();
        marks.afterCompletion(request, new MockHttpServletResponse(), this, null);
    }

    @Test
    void takeNothingThatIsNoId() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/runs/forged%0Aline");
        marks.preHandle(request, new MockHttpServletResponse(), this);

        assertThat(MDC.get("run")).isNull();
    }
}
