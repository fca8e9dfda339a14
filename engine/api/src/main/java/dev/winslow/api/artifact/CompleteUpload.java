package dev.winslow.api.artifact;

import java.util.List;

/** Ends an upload: all parts were sent. Sent twice, it is answered as the first time. */
public record CompleteUpload(BeginUpload file, String objectKey, String uploadId, List<SentPart> parts) {
    public CompleteUpload {
        parts = List.copyOf(parts);
    }
}
