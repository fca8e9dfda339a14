package dev.winslow.minio;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Lists no object whose bytes are still coming in. The embedded server by itself shows it under the name that it writes it to. */
final class WholeObjects extends ForwardingBlobStore {
    WholeObjects(BlobStore store) {
        super(store);
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        ListObjectsV2Response page = super.list(request);
        return page.toBuilder()
                .contents(page.contents().stream().filter(WholeObjects::isWhole).toList())
                .build();
    }

    /** Every finished object has its checksum. */
    private static boolean isWhole(S3Object object) {
        return object.eTag() != null || !LeftOvers.isTemporary(object.key());
    }
}
