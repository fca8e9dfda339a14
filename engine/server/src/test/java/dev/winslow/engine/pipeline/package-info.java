@NullMarked
package dev.winslow.engine.pipeline;

import org.jspecify.annotations.NullMarked;
