package dev.winslow.minio;

import dev.winslow.api.artifact.SentPart;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ETag that S3 servers give an object made of parts: the MD5 over the MD5s of the parts, and how many there are. */
final class PartsETag {
    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

    private PartsETag() {}

    /** Empty where not every part has an MD5 for its ETag, as with servers that encrypt: then nothing can be told. */
    static Optional<String> of(List<SentPart> parts) {
        return parts.stream().allMatch(part -> MD5.matcher(part.etag()).matches())
                ? Optional.of(HexFormat.of().formatHex(digest(parts)) + "-" + parts.size())
                : Optional.empty();
    }

    private static byte[] digest(List<SentPart> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            parts.forEach(part -> digest.update(HexFormat.of().parseHex(part.etag())));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }
}
