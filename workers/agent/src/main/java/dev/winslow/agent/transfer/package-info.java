/** Sends what a stage leaves to the store. */
@NullMarked
package dev.winslow.agent.transfer;

import org.jspecify.annotations.NullMarked;
