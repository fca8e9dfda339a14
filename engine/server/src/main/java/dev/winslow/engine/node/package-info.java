/** Nodes: joining, being seen, what is free on them. */
@NullMarked
package dev.winslow.engine.node;

import org.jspecify.annotations.NullMarked;
