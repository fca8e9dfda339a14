package dev.winslow.engine.http;

import dev.winslow.api.Paths;
import dev.winslow.api.problem.Problem;
import dev.winslow.api.problem.ProblemType;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Answers below the API's root where no controller does, before the pages, which answer everywhere, get to see the request. */
@Configuration(proxyBeanMethods = false)
class UnknownAddresses {
    private static final int AFTER_CONTROLLERS = 10;

    @Bean
    SimpleUrlHandlerMapping unknownAddressMapping(JsonMapper json) {
        HttpRequestHandler notFound = (request, response) -> {
            Problem problem = new Problem(
                    ProblemType.NOT_FOUND.uri(),
                    "Not found",
                    ProblemType.NOT_FOUND.status(),
                    "There is nothing at " + request.getMethod() + " " + request.getRequestURI() + ".",
                    "See the description of the API under /api/docs for the addresses that there are.",
                    List.of());
            response.setStatus(problem.status());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(problem));
        };
        return new SimpleUrlHandlerMapping(Map.of(Paths.ROOT + "/**", notFound), AFTER_CONTROLLERS);
    }
}
