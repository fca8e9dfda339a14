package dev.winslow.engine.settings;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files travel, set under {@code winslow.storage.*} beside {@link WinslowSettings.Storage}.
 *
 * @param host the address on which the embedded storage listens
 * @param corsOrigins the origins whose pages may use the embedded storage
 * @param partSize files above it are sent in parts of this size
 */
@ConfigurationProperties("winslow.storage")
record StorageServing(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("*") List<String> corsOrigins,
        @DefaultValue("64MB") DataSize partSize) {}
