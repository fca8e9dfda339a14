/** Starts, watches and stops the program of a stage. */
@NullMarked
package dev.winslow.agent.executor;

import org.jspecify.annotations.NullMarked;
