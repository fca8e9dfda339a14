@NullMarked
package dev.winslow.tracker.count;

import org.jspecify.annotations.NullMarked;
