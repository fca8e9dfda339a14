/** The files that stages hand to each other. */
@NullMarked
package dev.winslow.tracker.file;

import org.jspecify.annotations.NullMarked;
