package dev.winslow.engine.trace;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How traces are sent, set under {@code winslow.traces.*}; where to, OpenTelemetry's own settings say.
 *
 * @param giveUpAfter what ended so long ago is not sent any more
 * @param every how often to look whether something has ended
 */
@ConfigurationProperties("winslow.traces")
record TraceSettings(
        @DefaultValue("P1D") Duration giveUpAfter,
        @DefaultValue("PT2S") Duration every) {}
