package dev.winslow.engine.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of the API as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String BEARER = "token";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Winslow").version("v1").description("""
                        Runs computer-vision pipelines on traffic video: pipelines, projects, their files and runs, the tasks that \
                        wait for people, nodes, and the protocol of the workers. Errors are problem details (RFC 9457) that say what \
                        is wrong and what to do."""))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description(
                                                        "A token of this server, such as that in the file cli.token of its"
                                                                + " data folder; workers use the one they were given when they joined.")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }
}
