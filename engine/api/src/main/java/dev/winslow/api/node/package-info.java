/** Nodes and what they offer. */
@NullMarked
package dev.winslow.api.node;

import org.jspecify.annotations.NullMarked;
