@NullMarked
package dev.winslow.engine.history;

import org.jspecify.annotations.NullMarked;
