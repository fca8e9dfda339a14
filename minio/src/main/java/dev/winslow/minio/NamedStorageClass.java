package dev.winslow.minio;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** A MinIO server lists unfinished uploads with an empty storage class, which the client cannot read: it gets a name here. */
final class NamedStorageClass implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Response answer = chain.proceed(chain.request());
        boolean listing = chain.request().method().equals("GET")
                && chain.request().url().queryParameterNames().contains("uploads");
        if (!listing || !answer.isSuccessful()) {
            return answer;
        }
        ResponseBody body = answer.body();
        String mended = body.string().replace("<StorageClass></StorageClass>", "<StorageClass>STANDARD</StorageClass>");
        return answer.newBuilder()
                .body(ResponseBody.create(mended, body.contentType()))
                .build();
    }
}
