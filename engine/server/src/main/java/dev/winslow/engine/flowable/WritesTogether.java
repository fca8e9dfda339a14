package dev.winslow.engine.flowable;

import java.util.List;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.common.engine.impl.context.Context;
import org.flowable.common.engine.impl.db.DbSqlSession;
import org.flowable.common.engine.impl.db.DbSqlSessionFactory;
import org.flowable.common.engine.impl.db.HasRevision;
import org.flowable.common.engine.impl.persistence.cache.EntityCache;
import org.flowable.common.engine.impl.persistence.entity.Entity;

/**
 * Sends what a command writes to the database in batches, a statement each, where the engine sends row after row and waits for each of them. That a row
 * is still as it was read, which the engine learns from the count of each, is looked at when the batch is through.
 *
 * <p>Only with transactions that are not the engine's own: to close the batch would take back what it wrote.
 */
final class WritesTogether extends DbSqlSession {

    private WritesTogether(DbSqlSessionFactory factory, EntityCache cache) {
        super(factory, cache);
    }

    /** To be set before the engine is built, which sets all else about it. */
    static DbSqlSessionFactory factory(boolean usePrefixId) {
        return new DbSqlSessionFactory(usePrefixId) {
            @Override
            protected DbSqlSession createDbSqlSession() {
                return new WritesTogether(this, Context.getCommandContext().getSession(EntityCache.class));
            }
        };
    }

    @Override
    protected void flushInserts() {
        together(insertedObjects.size(), super::flushInserts);
    }

    @Override
    protected void flushUpdates() {
        together(updatedObjects.size() + bulkUpdateOperations.size(), super::flushUpdates);
    }

    @Override
    protected void flushDeletes() {
        together(deletedObjects.size() + bulkDeleteOperations.size(), super::flushDeletes);
    }

    /** While these are written, the engine is answered a number that says nothing, and takes it for one that is not zero. */
    private void together(int writes, Runnable flush) {
        if (writes == 0) {
            flush.run();
            return;
        }
        SqlSession single = sqlSession;
        try (SqlSession batch =
                dbSqlSessionFactory.getSqlSessionFactory().openSession(ExecutorType.BATCH, single.getConnection())) {
            sqlSession = batch;
            flush.run();
            batch.flushStatements().forEach(WritesTogether::requireUnchanged);
        } finally {
            sqlSession = single;
            // It did not see these changes, and would answer what it read before them.
            single.clearCache();
        }
    }

    /** As the engine has it: what is gone already need not be deleted unless it has a revision, and statements about rows that are not named may well find none. */
    private static void requireUnchanged(BatchResult written) {
        List<Object> rows = written.getParameterObjects();
        int[] counts = written.getUpdateCounts();
        boolean update = written.getMappedStatement().getSqlCommandType() == SqlCommandType.UPDATE;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0 && rows.get(i) instanceof Entity row && (update || row instanceof HasRevision)) {
                throw new FlowableOptimisticLockingException(row + " was changed by another transaction");
            }
        }
    }
}
