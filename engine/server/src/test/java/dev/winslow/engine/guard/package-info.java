/** Tests of what stands before the controllers. */
@NullMarked
package dev.winslow.engine.guard;

import org.jspecify.annotations.NullMarked;
