@NullMarked
package dev.winslow.agent.docker;

import org.jspecify.annotations.NullMarked;
