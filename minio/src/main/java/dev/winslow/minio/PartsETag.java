package dev.winslow.minio;

import dev.winslow.api.artifact.SentPart;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The ETag that S3 servers give an object made of parts: the MD5 over the MD5s of the parts, and how many there are. */
final class PartsETag {
    private PartsETag() {}

    static String of(List<SentPart> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            parts.forEach(part -> digest.update(HexFormat.of().parseHex(part.etag())));
            return HexFormat.of().formatHex(digest.digest()) + "-" + parts.size();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }
}
