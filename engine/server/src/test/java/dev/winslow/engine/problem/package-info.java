@NullMarked
package dev.winslow.engine.problem;

import org.jspecify.annotations.NullMarked;
