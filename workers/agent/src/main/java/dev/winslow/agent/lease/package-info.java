/** The right to run attempts, renewed by a heartbeat for as long as the server answers. */
@NullMarked
package dev.winslow.agent.lease;

import org.jspecify.annotations.NullMarked;
