/** Object storage: artifacts in buckets, signed transfers, and the embedded S3 server of a trial. */
@NullMarked
package dev.winslow.minio;

import org.jspecify.annotations.NullMarked;
