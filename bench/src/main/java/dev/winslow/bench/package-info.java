/** Measurements: ours beside what a user would pick instead, in one run. */
@NullMarked
package dev.winslow.bench;

import org.jspecify.annotations.NullMarked;
