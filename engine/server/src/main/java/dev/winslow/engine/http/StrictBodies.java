package dev.winslow.engine.http;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;

/** Refuses a body that lacks a field or gives null for it; what may be absent is an {@code Optional} in the API's records, or a map or list that says so. */
@Configuration(proxyBeanMethods = false)
class StrictBodies {
    @Bean
    JsonMapperBuilderCustomizer refuseNull() {
        return json -> json.enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
    }
}
