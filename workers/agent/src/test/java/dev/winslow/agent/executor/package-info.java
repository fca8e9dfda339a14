@NullMarked
package dev.winslow.agent.executor;

import org.jspecify.annotations.NullMarked;
