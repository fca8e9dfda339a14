package dev.winslow.engine.log;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Another server on the same database, as far as logs go: it takes lines, and its signals reach nobody here. */
public final class ForeignServer {
    private ForeignServer() {}

    public static void takeLine(ApplicationContext here, UUID attemptId, long number, String text) {
        LogService elsewhere =
                new LogService(here.getBean(LogRepository.class), new LogSignals(), here.getBean(InstantSource.class));
        List<LogLine> lines = List.of(new LogLine(number, Instant.EPOCH, LogStream.OUT, text));
        new TransactionTemplate(here.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> elsewhere.append(attemptId, lines));
    }
}
