package dev.winslow.engine.access;

import dev.winslow.api.access.Everyone;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets under {@code winslow.access.*}.
 *
 * @param everyone what all may do with a new project until somebody says otherwise
 */
@ConfigurationProperties("winslow.access")
public record AccessSettings(@DefaultValue("CHANGE") Everyone everyone) {}
