package dev.winslow.bench.operaton;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.ExternalTaskClientBuilder;

/**
 * External-task clients that do nothing with what they fetch, one for each slot, since a client works on one task after the other. Notes each beginning and
 * each end, as {@code BEGIN END} in nanoseconds of one clock.
 */
public final class OperatonWorker {
    private OperatonWorker() {}

    /** @param arguments address of the REST interface, number of slots, {@code defaults} or {@code tuned}, file for the notes */
    public static void main(String[] arguments) throws Exception {
        int slots = Integer.parseInt(arguments[1]);
        boolean tuned = arguments[2].equals("tuned");
        PrintWriter notes = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[3])), true);
        for (int slot = 0; slot < slots; slot++) {
            ExternalTaskClientBuilder builder =
                    ExternalTaskClient.create().baseUrl(arguments[0]).workerId("slot-" + slot);
            if (tuned) {
                // Waits at the server for one task at a time, and asks again at once.
                builder.asyncResponseTimeout(20_000).maxTasks(1).disableBackoffStrategy();
            }
            builder.build()
                    .subscribe("bench")
                    .lockDuration(60_000)
                    .handler((task, service) -> {
                        long begin = System.nanoTime();
                        long end = System.nanoTime();
                        service.complete(task);
                        notes.println(begin + " " + end);
                    })
                    .open();
        }
        new CountDownLatch(1).await();
    }
}
