package dev.winslow.minio;

import io.minio.errors.ErrorResponseException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Waits for the client's answers and turns its many exceptions into two: try again, or do not. */
final class Calls {
    /** Beside all from 500 on: the server waited too long for the request, or is asked too often. */
    private static final Set<Integer> PASSING = Set.of(408, 429);

    private Calls() {}

    interface Call<T> {
        CompletableFuture<T> start() throws Exception;
    }

    static <T> T await(String what, Call<T> call) {
        return direct(what, () -> call.start().get());
    }

    static <T> T direct(String what, Callable<T> call) {
        try {
            return call.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("Interrupted while trying to " + what, e);
        } catch (Exception e) {
            throw failure(what, e);
        }
    }

    private static RuntimeException failure(String what, Throwable cause) {
        Throwable root = cause;
        while ((root instanceof ExecutionException || root instanceof CompletionException) && root.getCause() != null) {
            root = root.getCause();
        }
        String message = "Failed to " + what + ": " + root.getMessage();
        return switch (root) {
            case ErrorResponseException answer
            when isLasting(answer) ->
                new StorageRefused(message, answer.errorResponse().code(), root);
            // The client itself refuses names that no server would take.
            case IllegalArgumentException badName -> new StorageRefused(message, "InvalidArgument", root);
            default -> new StorageUnavailable(message, root);
        };
    }

    private static boolean isLasting(ErrorResponseException answer) {
        int status = answer.response().code();
        return status < 500 && !PASSING.contains(status);
    }
}
