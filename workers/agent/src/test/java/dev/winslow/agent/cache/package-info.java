@NullMarked
package dev.winslow.agent.cache;

import org.jspecify.annotations.NullMarked;
