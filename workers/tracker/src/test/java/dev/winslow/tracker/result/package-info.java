@NullMarked
package dev.winslow.tracker.result;

import org.jspecify.annotations.NullMarked;
