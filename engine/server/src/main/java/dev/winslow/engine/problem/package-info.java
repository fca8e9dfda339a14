/** How every error leaves the HTTP edge: as a problem that says what is wrong and what to do. */
@NullMarked
package dev.winslow.engine.problem;

import org.jspecify.annotations.NullMarked;
