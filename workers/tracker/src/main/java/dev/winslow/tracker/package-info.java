/** The vehicle-tracking stages, one program with a sub-command a stage. */
@NullMarked
package dev.winslow.tracker;

import org.jspecify.annotations.NullMarked;
