/** Asks at each request that names something of a project whether whoever asks may do this with the project. */
@NullMarked
package dev.winslow.engine.guard;

import org.jspecify.annotations.NullMarked;
