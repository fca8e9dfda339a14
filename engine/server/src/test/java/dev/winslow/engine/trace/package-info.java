@NullMarked
package dev.winslow.engine.trace;

import org.jspecify.annotations.NullMarked;
