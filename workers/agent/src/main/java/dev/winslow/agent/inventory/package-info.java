/** What this machine offers: cores, memory, GPUs. */
@NullMarked
package dev.winslow.agent.inventory;

import org.jspecify.annotations.NullMarked;
