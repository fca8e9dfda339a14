/** User tasks: what waits for a person, and the answers. */
@NullMarked
package dev.winslow.engine.task;

import org.jspecify.annotations.NullMarked;
