@NullMarked
package dev.winslow.tracker.geometry;

import org.jspecify.annotations.NullMarked;
