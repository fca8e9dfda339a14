/** The only package that sees Flowable: what the engine does, in Winslow's words. */
@NullMarked
package dev.winslow.engine.flowable;

import org.jspecify.annotations.NullMarked;
