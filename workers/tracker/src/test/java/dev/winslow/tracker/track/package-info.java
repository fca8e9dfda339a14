@NullMarked
package dev.winslow.tracker.track;

import org.jspecify.annotations.NullMarked;
