/** Removes from the storage what nothing names. */
@NullMarked
package dev.winslow.engine.sweep;

import org.jspecify.annotations.NullMarked;
