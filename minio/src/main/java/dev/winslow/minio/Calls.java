package dev.winslow.minio;

import io.minio.errors.ErrorResponseException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Waits for the client's answers and turns its many exceptions into one. */
final class Calls {
    private Calls() {}

    interface Call<T> {
        CompletableFuture<T> start() throws Exception;
    }

    static <T> T await(String what, Call<T> call) {
        try {
            return call.start().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("Interrupted while trying to " + what, e);
        } catch (ExecutionException | CompletionException e) {
            throw failure(what, e.getCause() == null ? e : e.getCause());
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
        // Servers that are overloaded answer as well, but with codes from 500 on.
        return root instanceof ErrorResponseException answer
                        && answer.response().code() < 500
                ? new StorageRefused(message, answer.errorResponse().code(), root)
                : new StorageUnavailable(message, root);
    }
}
