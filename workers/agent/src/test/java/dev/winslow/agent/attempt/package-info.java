@NullMarked
package dev.winslow.agent.attempt;

import org.jspecify.annotations.NullMarked;
