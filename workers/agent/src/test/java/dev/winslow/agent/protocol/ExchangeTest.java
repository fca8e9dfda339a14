package dev.winslow.agent.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private final Exchange exchange = new Exchange(Duration.ofMillis(50));

    @Test
    void isGivenUpWhereNothingMoves() {
        CompletableFuture<String> answer = new CompletableFuture<>();

        assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> exchange.await(answer));

        assertThat(answer).isCancelled();
    }

    @Test
    void goesOnForAsLongAsBytesMove() throws IOException, InterruptedException {
        CompletableFuture<String> slow = new CompletableFuture<>() {
            private int waits;

            @Override
            public String get(long time, TimeUnit unit) throws TimeoutException {
                if (waits++ < 5) {
                    exchange.moved(1);
                    throw new TimeoutException();
                }
                return "all";
            }
        };

        assertThat(exchange.await(slow)).isEqualTo("all");
    }

    @Test
    void tellsWhatWasWrongOnThisSide() {
        IOException full = new IOException("no space left on the disk");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> exchange.await(CompletableFuture.failedFuture(new UncheckedIOException(full))))
                .isSameAs(full);
    }
}
