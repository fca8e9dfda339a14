/** Runs: starting, steering, and how each stands. */
@NullMarked
package dev.winslow.engine.run;

import org.jspecify.annotations.NullMarked;
