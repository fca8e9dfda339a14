/** What placement would make of a workload, hour by hour, without a machine. */
@NullMarked
package dev.winslow.engine.placement.simulation;

import org.jspecify.annotations.NullMarked;
