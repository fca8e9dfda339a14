package dev.winslow.minio;

import io.minio.ListMultipartUploadsArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.Result;
import io.minio.messages.Item;
import io.minio.messages.ListAllMyBucketsResult;
import io.minio.messages.ListMultipartUploadsResult;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks what lies in the store: buckets, objects and unfinished uploads. */
record Listings(MinioAsyncClient client) {
    private static final int PAGE = 1000;

    List<String> buckets(String prefix) {
        return Calls.await("list the buckets", client::listBuckets).stream()
                .map(ListAllMyBucketsResult.Bucket::name)
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    /** The client fetches the next entries only when they are asked for, so that no more than a page is held at a time. */
    void forEachPage(String bucket, String prefix, Consumer<List<Item>> visitor) {
        Iterator<Result<Item>> items = client.listObjects(
                        ListObjectsArgs.builder().bucket(bucket).prefix(prefix).build())
                .iterator();
        List<Item> page = next(items, bucket, prefix);
        while (!page.isEmpty()) {
            visitor.accept(page);
            page = next(items, bucket, prefix);
        }
    }

    private static List<Item> next(Iterator<Result<Item>> items, String bucket, String prefix) {
        return Calls.direct("list " + bucket + "/" + prefix, () -> {
            List<Item> page = new ArrayList<>();
            while (page.size() < PAGE && items.hasNext()) {
                page.add(items.next().get());
            }
            return page;
        });
    }

    List<ArtifactStore.UnfinishedUpload> unfinishedUploads(String bucket) {
        List<ArtifactStore.UnfinishedUpload> found = new ArrayList<>();
        Optional<ListMultipartUploadsResult> before = Optional.empty();
        while (true) {
            ListMultipartUploadsArgs.Builder request =
                    ListMultipartUploadsArgs.builder().bucket(bucket).maxUploads(PAGE);
            before.ifPresent(page -> request.keyMarker(page.nextKeyMarker()).uploadIdMarker(page.nextUploadIdMarker()));
            ListMultipartUploadsResult page = Calls.await(
                            "list the unfinished uploads of " + bucket,
                            () -> client.listMultipartUploads(request.build()))
                    .result();
            page.uploads()
                    .forEach(upload ->
                            found.add(new ArtifactStore.UnfinishedUpload(upload.objectName(), upload.uploadId())));
            if (!page.isTruncated() || page.uploads().isEmpty()) {
                return found;
            }
            before = Optional.of(page);
        }
    }
}
