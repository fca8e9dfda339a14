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

    /** The S3 error code, if the server answered with one. */
    static boolean isAnswer(RuntimeException e, String... codes) {
        return e.getCause() instanceof ErrorResponseException answer
                && java.util.List.of(codes).contains(answer.errorResponse().code());
    }

    private static RuntimeException failure(String what, Throwable cause) {
        Throwable root = cause;
        while ((root instanceof ExecutionException || root instanceof CompletionException) && root.getCause() != null) {
            root = root.getCause();
        }
        return new StorageUnavailable("Failed to " + what + ": " + root.getMessage(), root);
    }
}
