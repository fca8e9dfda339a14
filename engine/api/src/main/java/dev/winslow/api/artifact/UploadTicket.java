package dev.winslow.api.artifact;

import java.util.List;

/**
 * Where to send a file. With no parts the store has the bytes already and nothing is to be sent.
 *
 * @param objectKey the key under which the file will lie
 * @param uploadId the multipart upload; empty where one signed PUT (one part) is enough
 */
public record UploadTicket(String objectKey, String uploadId, List<UploadPart> parts) {
    public UploadTicket {
        parts = List.copyOf(parts);
    }
}
