package dev.winslow.bench;

import java.util.List;

/** How the JVMs of a system are started. */
enum Jvm {
    /** As {@code ./winslow up} starts them: a server that is soon ready, since it compiles with C1 only. */
    trial,
    /** As the images start them: with what the JVM chooses for its machine, which takes its time until it is quick. */
    image;

    private static final String SHARE_OF_MEMORY = "-XX:MaxRAMPercentage=70";

    List<String> server() {
        return switch (this) {
            case trial -> List.of("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
            case image -> List.of(SHARE_OF_MEMORY);
        };
    }

    List<String> worker() {
        return switch (this) {
            case trial -> List.of("-Xmx256m", "-XX:+UseSerialGC");
            case image -> List.of(SHARE_OF_MEMORY);
        };
    }
}
