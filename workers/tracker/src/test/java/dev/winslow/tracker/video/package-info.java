/** Films of every kind, whole and broken. */
@NullMarked
package dev.winslow.tracker.video;

import org.jspecify.annotations.NullMarked;
