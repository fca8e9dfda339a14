package dev.winslow.engine.notify;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How receivers are told, set under {@code winslow.notify.*}.
 *
 * @param giveUpAfter how long an event is kept for a receiver that cannot be reached
 */
@ConfigurationProperties("winslow.notify")
record NotifySettings(@DefaultValue("P3D") Duration giveUpAfter) {}
