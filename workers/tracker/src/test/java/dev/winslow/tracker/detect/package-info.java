@NullMarked
package dev.winslow.tracker.detect;

import org.jspecify.annotations.NullMarked;
