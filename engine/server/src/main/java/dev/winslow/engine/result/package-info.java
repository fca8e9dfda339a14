/** Successes of stages: what they were made from, what came of them, and how long they took. */
@NullMarked
package dev.winslow.engine.result;

import org.jspecify.annotations.NullMarked;
