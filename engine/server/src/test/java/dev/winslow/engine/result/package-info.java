@NullMarked
package dev.winslow.engine.result;

import org.jspecify.annotations.NullMarked;
