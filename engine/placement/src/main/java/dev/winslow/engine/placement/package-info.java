/** Which queued stage goes to which node: a pure function. */
@NullMarked
package dev.winslow.engine.placement;

import org.jspecify.annotations.NullMarked;
