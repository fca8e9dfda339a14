package dev.winslow.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupFlushTest {
    @TempDir
    Path folder;

    @Test
    void hasAllInTheFileThatWasThereBefore() throws Exception {
        Path file = folder.resolve("store");
        try (MVStore store = store(file);
                GroupFlush flush = new GroupFlush();
                ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            MVMap<Integer, String> map = store.openMap("map");

            List<Future<?>> writers = IntStream.range(0, 50)
                    .<Future<?>>mapToObj(i -> many.submit(() -> {
                        map.put(i, "written");
                        flush.await(store);
                    }))
                    .toList();
            for (Future<?> writer : writers) {
                writer.get();
            }

            // As another process would find it now, if this one were killed.
            Path copy = Files.copy(file, folder.resolve("copy"));
            try (MVStore found = store(copy)) {
                assertThat(found.openMap("map")).hasSize(50);
            }
        }
    }

    @Test
    void tellsThoseWhoWaitThatItCannotWrite() {
        try (GroupFlush flush = new GroupFlush()) {
            MVStore store = store(folder.resolve("store"));
            store.closeImmediately();

            assertThatThrownBy(() -> flush.await(store)).hasMessageContaining("closed");
        }
    }

    @Test
    void keepsNobodyWaitingOnceItIsClosed() {
        GroupFlush flush = new GroupFlush();
        flush.close();

        try (MVStore store = store(folder.resolve("store"))) {
            flush.await(store);
        }
    }

    private static MVStore store(Path file) {
        return new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .open();
    }
}
