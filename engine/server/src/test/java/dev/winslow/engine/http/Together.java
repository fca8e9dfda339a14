package dev.winslow.engine.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Lets several do the same at the same moment, and fails as the first of them that fails. */
final class Together {
    private Together() {}

    static void run(int many, IntConsumer work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(many);
        List<Future<?>> futures = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(many)) {
            for (int i = 0; i < many; i++) {
                int number = i;
                futures.add(threads.submit(() -> {
                    start.await();
                    work.accept(number);
                    return number;
                }));
            }
        }
        for (Future<?> future : futures) {
            future.get();
        }
    }
}
