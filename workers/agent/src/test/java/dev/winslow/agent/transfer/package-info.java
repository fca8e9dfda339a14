@NullMarked
package dev.winslow.agent.transfer;

import org.jspecify.annotations.NullMarked;
