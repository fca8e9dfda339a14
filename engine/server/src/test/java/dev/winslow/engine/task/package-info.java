@NullMarked
package dev.winslow.engine.task;

import org.jspecify.annotations.NullMarked;
