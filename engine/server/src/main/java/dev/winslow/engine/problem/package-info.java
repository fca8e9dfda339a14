/** Errors for people and programs, as problem details (RFC 9457). */
@NullMarked
package dev.winslow.engine.problem;

import org.jspecify.annotations.NullMarked;
