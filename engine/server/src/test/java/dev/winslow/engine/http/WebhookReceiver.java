package dev.winslow.engine.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.winslow.api.notify.Notification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program that is told of events, and answers as the test says. */
final class WebhookReceiver implements AutoCloseable {
    private static final int LONGEST_SECONDS = 30;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile int status = 204;
    private volatile boolean holding;

    record Received(String id, String timestamp, String signature, String body) {
        Notification notification() {
            return Answer.JSON.readValue(body, Notification.class);
        }
    }

    WebhookReceiver() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::take);
        http.setExecutor(threads);
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/events");
    }

    WebhookReceiver answer(int code) {
        status = code;
        return this;
    }

    /** Keeps who calls it waiting until it is released, or to the end of the test. */
    WebhookReceiver hold() {
        holding = true;
        return this;
    }

    /** Answers whom it kept waiting, and all others at once again. */
    void release() {
        holding = false;
        released.countDown();
    }

    Received next() throws InterruptedException {
        Received next = received.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing came within " + LONGEST_SECONDS + " seconds");
        }
        return next;
    }

    boolean hasMore() {
        return !received.isEmpty();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (holding) {
                released.await();
            }
            exchange.getResponseHeaders().add("Location", address().toString());
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        released.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
