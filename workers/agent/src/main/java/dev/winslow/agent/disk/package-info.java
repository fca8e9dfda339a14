/** Files that the worker keeps for itself. */
@NullMarked
package dev.winslow.agent.disk;

import org.jspecify.annotations.NullMarked;
