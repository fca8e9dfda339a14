@NullMarked
package dev.winslow.engine;

import org.jspecify.annotations.NullMarked;
