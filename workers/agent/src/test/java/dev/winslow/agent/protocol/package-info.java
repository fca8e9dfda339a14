@NullMarked
package dev.winslow.agent.protocol;

import org.jspecify.annotations.NullMarked;
