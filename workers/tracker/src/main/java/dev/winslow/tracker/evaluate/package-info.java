/** How well results agree with the truth. */
@NullMarked
package dev.winslow.tracker.evaluate;

import org.jspecify.annotations.NullMarked;
