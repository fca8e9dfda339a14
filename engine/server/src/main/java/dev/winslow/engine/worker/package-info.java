/** The HTTP edge of the agents. */
@NullMarked
package dev.winslow.engine.worker;

import org.jspecify.annotations.NullMarked;
