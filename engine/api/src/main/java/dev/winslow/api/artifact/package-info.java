/** Files: artifacts, uploads and downloads. */
@NullMarked
package dev.winslow.api.artifact;

import org.jspecify.annotations.NullMarked;
