/** Lanes and who drives in them. */
@NullMarked
package dev.winslow.tracker.lanes;

import org.jspecify.annotations.NullMarked;
