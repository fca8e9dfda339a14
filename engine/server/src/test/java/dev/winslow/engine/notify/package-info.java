@NullMarked
package dev.winslow.engine.notify;

import org.jspecify.annotations.NullMarked;
