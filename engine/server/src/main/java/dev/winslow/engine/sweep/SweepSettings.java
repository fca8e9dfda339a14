package dev.winslow.engine.sweep;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the storage is swept, set under {@code winslow.sweep.*}.
 *
 * @param interval from one sweep to the next
 * @param grace how long an attempt must have ended, and an object must have lain there, before it can be swept
 * @param uploadLimit how long an upload of a person may take; more than the seven days for which its addresses are signed
 * @param bucketAge how old a bucket without a project must be before it can be swept
 */
@ConfigurationProperties("winslow.sweep")
record SweepSettings(
        @DefaultValue("PT1H") Duration interval,
        @DefaultValue("PT6H") Duration grace,
        @DefaultValue("P8D") Duration uploadLimit,
        @DefaultValue("P1D") Duration bucketAge) {

    Limits at(Instant now) {
        return new Limits(now.minus(grace), now.minus(uploadLimit), now.minus(bucketAge));
    }

    /** What lies before these moments is old enough. */
    record Limits(Instant grace, Instant uploads, Instant buckets) {}
}
