package dev.winslow.agent.docker;

import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import dev.winslow.agent.inventory.ByteSize;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How far the layers of an image have come. */
final class PullProgress extends PullImageResultCallback {
    private final Map<String, Layer> layers = new HashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private String told = "";

    private record Layer(long current, long total) {}

    @Override
    public void onNext(PullResponseItem item) {
        see(item);
        super.onNext(item);
    }

    @Override
    public void close() throws IOException {
        super.close();
        ended.countDown();
    }

    /** False where the time is over first; {@link #awaitCompletion(long, TimeUnit)} would break the pull off then. */
    boolean ended(Duration patience) throws InterruptedException {
        return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void see(PullResponseItem item) {
        ProgressDetail detail = item.getProgressDetail();
        if (item.getId() == null || item.getStatus() == null) {
            return;
        }
        if (item.getStatus().equals("Downloading") && detail != null && detail.getTotal() != null) {
            layers.put(item.getId(), new Layer(detail.getCurrent(), detail.getTotal()));
        } else if (item.getStatus().equals("Download complete")) {
            layers.computeIfPresent(item.getId(), (id, layer) -> new Layer(layer.total(), layer.total()));
        }
    }

    /** A sentence about it, where there is something new to say. */
    synchronized Optional<String> news() {
        long current = layers.values().stream().mapToLong(Layer::current).sum();
        long total = layers.values().stream().mapToLong(Layer::total).sum();
        if (total == 0) {
            return Optional.empty();
        }
        String now = current == total
                ? ByteSize.format(total) + " here, unpacking"
                : ByteSize.format(current) + " of " + ByteSize.format(total);
        boolean fresh = !now.equals(told);
        told = now;
        return fresh ? Optional.of(now) : Optional.empty();
    }
}
