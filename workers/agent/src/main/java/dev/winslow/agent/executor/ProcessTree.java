package dev.winslow.agent.executor;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** What a process and all that it started use. The processor time of those that have ended since counts, too. */
final class ProcessTree {
    private static final OperatingSystem SYSTEM = new SystemInfo().getOperatingSystem();

    private final Map<Long, Long> millisOf = new HashMap<>();
    private long millisOfEnded;

    synchronized Optional<StageLoad> load(ProcessHandle leader) {
        long memory = 0;
        Map<Long, Long> now = new HashMap<>();
        for (ProcessHandle process :
                Stream.concat(Stream.of(leader), leader.descendants()).toList()) {
            OSProcess found = SYSTEM.getProcess(Math.toIntExact(process.pid()));
            if (found != null) {
                memory += found.getResidentSetSize();
                now.put(process.pid(), found.getKernelTime() + found.getUserTime());
            }
        }
        if (now.isEmpty()) {
            return Optional.empty();
        }
        millisOf.keySet().removeAll(now.keySet());
        millisOfEnded += sum(millisOf);
        millisOf.clear();
        millisOf.putAll(now);
        return Optional.of(new StageLoad(Duration.ofMillis(millisOfEnded + sum(now)), memory));
    }

    private static long sum(Map<Long, Long> millis) {
        return millis.values().stream().mapToLong(Long::longValue).sum();
    }
}
