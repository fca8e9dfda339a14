@NullMarked
package dev.winslow.tracker.evaluate;

import org.jspecify.annotations.NullMarked;
