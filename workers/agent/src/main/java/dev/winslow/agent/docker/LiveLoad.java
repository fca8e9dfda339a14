package dev.winslow.agent.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.CpuStatsConfig;
import com.github.dockerjava.api.model.CpuUsageConfig;
import com.github.dockerjava.api.model.MemoryStatsConfig;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.api.model.StatsConfig;
import dev.winslow.agent.executor.StageLoad;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest of what Docker says each second about a container. */
final class LiveLoad extends ResultCallback.Adapter<Statistics> {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLoad.class);

    private volatile Optional<StageLoad> newest = Optional.empty();

    Optional<StageLoad> newest() {
        return newest;
    }

    @Override
    public void onNext(Statistics statistics) {
        Optional<StageLoad> load = of(statistics);
        if (load.isPresent()) {
            newest = load;
        }
    }

    /** A stage is worth more than its statistics. */
    @Override
    public void onError(Throwable trouble) {
        LOG.debug("Docker no longer tells what a container uses", trouble);
        super.onError(trouble);
    }

    /** Empty for a container that has ended, of which Docker tells nothing but zeros. */
    private static Optional<StageLoad> of(Statistics statistics) {
        MemoryStatsConfig memory = statistics.getMemoryStats();
        CpuStatsConfig processors = statistics.getCpuStats();
        CpuUsageConfig time = processors == null ? null : processors.getCpuUsage();
        if (memory == null || memory.getUsage() == null || time == null || time.getTotalUsage() == null) {
            return Optional.empty();
        }
        long held = memory.getUsage() - cached(memory.getStats());
        return Optional.of(new StageLoad(Duration.ofNanos(time.getTotalUsage()), Math.max(0, held)));
    }

    /** Files that the kernel would give up for whoever needs memory; by its two names in the two layouts of control groups. */
    private static long cached(@Nullable StatsConfig details) {
        if (details == null) {
            return 0;
        }
        Long old = details.getTotalInactiveFile();
        Long unified = details.getInactiveFile();
        return old != null ? old : unified != null ? unified : 0;
    }
}
