/** Reference points: suggesting and following them. */
@NullMarked
package dev.winslow.tracker.points;

import org.jspecify.annotations.NullMarked;
