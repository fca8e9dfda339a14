@NullMarked
package dev.winslow.agent.lease;

import org.jspecify.annotations.NullMarked;
