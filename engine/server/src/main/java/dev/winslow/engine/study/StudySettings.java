package dev.winslow.engine.study;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a study may be, set under {@code winslow.study.*}.
 *
 * @param mostRuns how many combinations one study may have
 */
@ConfigurationProperties("winslow.study")
record StudySettings(@DefaultValue("200") int mostRuns) {}
