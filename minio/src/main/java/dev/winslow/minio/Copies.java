package dev.winslow.minio;

import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadPart;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.minio.ArtifactStore.StoredObject;
import io.minio.ComposeObjectArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.SourceObject;
import io.minio.UploadPartCopyArgs;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies objects within the storage, part by part, as files are sent: the largest are too large for one call, and a storage that copies for long
 * without a word would be taken for one that is away. Each part is copied only from the object that was seen.
 */
record Copies(MinioAsyncClient client, MultipartUploads uploads) {

    /** Where the storage does not answer, the half copy is left unfinished: it is no object, and is swept as uploads are that have no end. */
    boolean copy(String bucket, StoredObject seen, String toKey) {
        UploadTicket ticket = uploads.begin(bucket, toKey, seen.size());
        try {
            List<SentPart> copied = new ArrayList<>();
            for (UploadPart part : ticket.parts()) {
                copied.add(copyPart(bucket, seen, ticket, part));
            }
            uploads.complete(bucket, toKey, ticket.uploadId(), copied);
            return true;
        } catch (StorageRefused e) {
            uploads.abort(bucket, toKey, ticket.uploadId());
            if (e.is("PreconditionFailed", "NoSuchKey", "InvalidRange")) {
                return false;
            }
            throw e;
        }
    }

    private SentPart copyPart(String bucket, StoredObject seen, UploadTicket ticket, UploadPart part) {
        SourceObject source = SourceObject.builder()
                .bucket(bucket)
                .object(seen.key())
                .matchETag('"' + seen.etag() + '"')
                .build();
        ComposeObjectArgs target = ComposeObjectArgs.builder()
                .bucket(bucket)
                .object(ticket.objectKey())
                .sources(List.of(source))
                .build();
        Http.Headers headers = source.makeCopyHeaders();
        if (part.size() < seen.size()) {
            // Of a small object no range may be named.
            headers.put(
                    Http.Headers.X_AMZ_COPY_SOURCE_RANGE,
                    "bytes=%d-%d".formatted(part.offset(), part.offset() + part.size() - 1));
        }
        String etag = Calls.await(
                        "copy a part of " + seen.key(),
                        () -> client.uploadPartCopy(
                                new UploadPartCopyArgs(target, ticket.uploadId(), part.number(), headers)))
                .part()
                .etag();
        return new SentPart(part.number(), MinioArtifactStore.unquoted(etag));
    }
}
