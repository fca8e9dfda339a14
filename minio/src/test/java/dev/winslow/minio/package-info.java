@NullMarked
package dev.winslow.minio;

import org.jspecify.annotations.NullMarked;
