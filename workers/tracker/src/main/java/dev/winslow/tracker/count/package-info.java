/** Counts vehicles: over lines, in regions, over time. Numbers only; all places in pixels of the reference frame. */
@NullMarked
package dev.winslow.tracker.count;

import org.jspecify.annotations.NullMarked;
