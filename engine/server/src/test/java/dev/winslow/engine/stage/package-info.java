@NullMarked
package dev.winslow.engine.stage;

import org.jspecify.annotations.NullMarked;
