@NullMarked
package dev.winslow.engine.artifact;

import org.jspecify.annotations.NullMarked;
