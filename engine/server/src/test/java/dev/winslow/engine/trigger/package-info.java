@NullMarked
package dev.winslow.engine.trigger;

import org.jspecify.annotations.NullMarked;
