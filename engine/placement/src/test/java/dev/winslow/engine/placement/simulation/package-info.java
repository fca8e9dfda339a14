@NullMarked
package dev.winslow.engine.placement.simulation;

import org.jspecify.annotations.NullMarked;
