package dev.winslow.api.worker;

import dev.winslow.api.artifact.SentPart;
import java.util.List;

/** Ends a multipart upload of a stage's file. */
public record UploadCompletion(
        String leaseToken, ProducedFile file, String objectKey, String uploadId, List<SentPart> parts) {
    public UploadCompletion {
        parts = List.copyOf(parts);
    }
}
