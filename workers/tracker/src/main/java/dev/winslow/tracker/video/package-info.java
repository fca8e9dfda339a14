/** Reading and writing video. */
@NullMarked
package dev.winslow.tracker.video;

import org.jspecify.annotations.NullMarked;
