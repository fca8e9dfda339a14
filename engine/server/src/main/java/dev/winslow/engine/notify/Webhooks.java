package dev.winslow.engine.notify;

import dev.winslow.api.notify.Notification;
import dev.winslow.api.notify.Receiver;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.notify.Undelivered.Meaning;
import dev.winslow.engine.problem.ProblemException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Posts events to programs. What they answer is of interest by its status only. */
@Component
class Webhooks {
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int GONE = 410;
    /** Bad request, conflict, too large, of no known kind, not to be processed. */
    private static final Set<Integer> UNREADABLE = Set.of(400, 409, 413, 415, 422);

    private final JsonMapper json;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Webhooks(JsonMapper json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    static void check(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme)
                || address.getHost() == null
                || address.getRawUserInfo() != null) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "\"" + address + "\" is no address of a webhook.",
                    "Give one that begins with https:// or http://, with a host, and without a user's name in it.");
        }
    }

    void post(Receiver.Webhook receiver, String secret, Notification notification)
            throws Undelivered, InterruptedException {
        String id = String.valueOf(notification.data().id());
        String body = json.writeValueAsString(notification);
        Instant now = clock.instant();
        HttpRequest request = HttpRequest.newBuilder(receiver.address())
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Winslow")
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .header("webhook-signature", Signature.of(secret, id, now, body))
                .POST(BodyPublishers.ofString(body))
                .build();
        int status = send(request);
        if (status / 100 != 2) {
            throw new Undelivered(
                    "The webhook answered " + status + (status / 100 == 3 ? ": redirects are not followed." : "."),
                    meaning(status));
        }
    }

    /** The request's own limit ends with the answer's head; this one also ends a body that never does. */
    private int send(HttpRequest request) throws Undelivered, InterruptedException {
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request, BodyHandlers.discarding());
        try {
            return answer.get(LONGEST.toSeconds() + 5, TimeUnit.SECONDS).statusCode();
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            throw new Undelivered(
                    "The webhook cannot be reached: " + cause.getClass().getSimpleName()
                            + (cause.getMessage() == null ? "" : ", " + cause.getMessage()) + ".",
                    Meaning.LATER);
        }
    }

    /** To be asked to sign in, or that nobody knows the address, is nothing that an event is to blame for. */
    private static Meaning meaning(int status) {
        if (status == GONE) {
            return Meaning.NEVER;
        }
        return UNREADABLE.contains(status) ? Meaning.NOT_THIS : Meaning.LATER;
    }
}
