package dev.winslow.engine.log;

import dev.winslow.minio.ArtifactStore;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Archives logs when a test wants it, and as a server that crashes. */
public record Archiver(ApplicationContext server) {

    public void archive() {
        server.getBean(LogArchiving.class).round();
    }

    /** Everything that waits, up to the moment when the objects lie there and no row names them. */
    public void crashBeforeTheRowsAreWritten() {
        LogArchive crashing = archive(new CrashingTransaction(server.getBean(PlatformTransactionManager.class)));
        boolean more = true;
        while (more) {
            try {
                more = crashing.archiveNext();
            } catch (CrashingTransaction.Crash crash) {
                more = true;
            }
        }
    }

    /** As a server ends a log that is a version older. */
    public void forgetTheTime(UUID attemptId) {
        jdbc().sql("update log_head set archive_at = null where attempt_id = :id")
                .param("id", attemptId)
                .update();
    }

    /** Everything that waits, while something else happens after the lines of each log have been read. */
    public void archiveWhile(Runnable somethingElse) {
        LogArchive slow = archive(new TransactionTemplate(server.getBean(PlatformTransactionManager.class)) {
            private static final long serialVersionUID = 1L;

            @Override
            public void executeWithoutResult(Consumer<TransactionStatus> action) {
                somethingElse.run();
                super.executeWithoutResult(action);
            }
        });
        boolean more = true;
        while (more) {
            more = slow.archiveNext();
        }
    }

    /** As the round does that a server begins with, and one in each hour. */
    public void findWhatEarlierVersionsEnded() {
        server.getBean(LogArchive.class).findWhatEarlierVersionsEnded();
    }

    private LogArchive archive(TransactionTemplate transaction) {
        return new LogArchive(
                server.getBean(ArchiveRepository.class),
                server.getBean(LogRepository.class),
                server.getBean(LogReader.class),
                server.getBean(ArtifactStore.class),
                transaction);
    }

    public int chunksOf(UUID attemptId) {
        return jdbc().sql("select count(*) from log_chunk where attempt_id = :id")
                .param("id", attemptId)
                .query(Integer.class)
                .single();
    }

    private JdbcClient jdbc() {
        return server.getBean(JdbcClient.class);
    }

    private static final class CrashingTransaction extends TransactionTemplate {
        private static final long serialVersionUID = 1L;

        CrashingTransaction(PlatformTransactionManager manager) {
            super(manager);
        }

        @Override
        public void executeWithoutResult(Consumer<TransactionStatus> action) {
            throw new Crash();
        }

        static final class Crash extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }
    }
}
