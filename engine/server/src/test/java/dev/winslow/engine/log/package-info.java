@NullMarked
package dev.winslow.engine.log;

import org.jspecify.annotations.NullMarked;
