@NullMarked
package dev.winslow.engine.placement;

import org.jspecify.annotations.NullMarked;
