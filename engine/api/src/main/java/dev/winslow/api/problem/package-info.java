/** Errors at the HTTP edge (RFC 9457). */
@NullMarked
package dev.winslow.api.problem;

import org.jspecify.annotations.NullMarked;
