package dev.winslow.agent.attempt;

import dev.winslow.agent.protocol.Refused;
import dev.winslow.agent.protocol.StaleLease;
import dev.winslow.api.worker.LeaseOrder;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The courier at work on its own thread. */
final class Delivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Courier courier;
    private final Thread thread;

    private Delivery(Courier courier, Thread thread) {
        this.courier = courier;
        this.thread = thread;
    }

    static Delivery start(Courier courier, Attempt attempt) {
        Thread thread = Thread.ofVirtual()
                .name("courier-" + attempt.lease().attemptId())
                .start(() -> deliver(courier, attempt));
        return new Delivery(courier, thread);
    }

    private static void deliver(Courier courier, Attempt attempt) {
        try {
            courier.run();
        } catch (StaleLease | Refused lost) {
            LOG.warn("The server no longer takes reports: {}", lost.getMessage());
            attempt.order(LeaseOrder.Order.STOP);
        } catch (IOException unreadable) {
            LOG.error("The lines kept for the server cannot be read; the stage is given up", unreadable);
            attempt.order(LeaseOrder.Order.STOP);
        } catch (RuntimeException wrong) {
            LOG.error("The reports of the stage broke off; the stage is given up", wrong);
            attempt.order(LeaseOrder.Order.STOP);
        } catch (InterruptedException ending) {
            LOG.debug("Reports stop with the worker", ending);
        }
    }

    /** Returns when everything was delivered. */
    void finish() throws InterruptedException {
        courier.finish();
        thread.join();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
