package dev.winslow.minio;

import java.io.InputStream;
import java.util.List;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Takes parts only for uploads that were begun and neither ended nor aborted. The embedded server by itself keeps a part that comes late, in a
 * file that nothing lists and nothing deletes, so that its bucket can never be deleted either.
 */
final class LiveUploads extends ForwardingBlobStore {
    LiveUploads(BlobStore store) {
        super(store);
    }

    @Override
    public UploadPartResponse uploadMultipartPart(
            MultipartUpload upload, UploadPartRequest request, InputStream bytes) {
        requireLive(upload);
        UploadPartResponse taken = super.uploadMultipartPart(upload, request, bytes);
        if (!isLive(upload)) {
            // Aborted while the bytes came in.
            removeBlob(DeleteObjectRequest.builder()
                    .bucket(upload.containerName())
                    .key(name(upload, request.partNumber().toString()))
                    .build());
            throw unknown(upload);
        }
        return taken;
    }

    @Override
    public List<Part> listMultipartUpload(MultipartUpload upload) {
        requireLive(upload);
        return super.listMultipartUpload(upload);
    }

    private void requireLive(MultipartUpload upload) {
        if (!isLive(upload)) {
            throw unknown(upload);
        }
    }

    /** The server marks each unfinished upload by an empty object beside its parts. */
    private boolean isLive(MultipartUpload upload) {
        return blobExists(upload.containerName(), name(upload, "stub"));
    }

    private static String name(MultipartUpload upload, String last) {
        return ".mpus-" + upload.id() + "-" + upload.blobName() + "-" + last;
    }

    private static S3ProxyException unknown(MultipartUpload upload) {
        return new S3ProxyException(
                S3ErrorCode.NO_SUCH_UPLOAD,
                "The upload of " + upload.blobName() + " was ended, aborted or never begun");
    }
}
