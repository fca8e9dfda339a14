package dev.winslow.faults.trial;

import dev.winslow.bench.Bench;
import dev.winslow.bench.StartedProcesses;
import dev.winslow.faults.plan.Target;
import dev.winslow.minio.StorageSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The command lines of servers and workers. */
record Commands(Path folder, URI address, String database, StorageSettings storage, List<Integer> ports) {
    /** Short, so that many leases end in little time; what is longer only makes it slower. */
    private static final String LEASE = "PT3S";

    private static final String HEARTBEAT = "PT0.5S";

    List<String> server(Target target, Path data) {
        return List.of(
                StartedProcesses.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=UTC",
                "-jar",
                jar("ui", "winslow-ui"),
                "--server.address=127.0.0.1",
                "--server.port=" + ports.get(Target.of(Target.Role.SERVER).indexOf(target)),
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + Postgres.USER,
                "--winslow.data=" + data,
                "--winslow.lease-duration=" + LEASE,
                "--winslow.heartbeat-interval=" + HEARTBEAT,
                // So soon that a sweep may meet everything that is under way.
                "--winslow.sweep.interval=PT5S",
                "--winslow.sweep.grace=PT10S",
                "--winslow.storage.endpoint=" + storage.endpoint(),
                "--winslow.storage.access-key=" + storage.accessKey(),
                "--winslow.storage.secret-key=" + storage.secretKey());
    }

    List<String> agent(Target target, Path data, Path enrolmentToken) {
        return List.of(
                StartedProcesses.java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar("workers/agent", "winslow-agent"),
                "--join",
                address.toString(),
                "--token-file",
                enrolmentToken.toString(),
                "--name",
                target.word(),
                "--cores",
                "2",
                "--memory",
                "4GiB",
                "--cache",
                "16MiB",
                "--data",
                data.toString(),
                "--program",
                "faults/stage:1=sh '" + folder.resolve("stage.sh") + "' '" + folder.resolve("notes") + "'");
    }

    private static String jar(String module, String name) {
        return Bench.home()
                .resolve(module)
                .resolve("target")
                .resolve(name + "-" + System.getProperty("winslow.version", "0.1.0") + ".jar")
                .toString();
    }
}
