/** Running a stage as a process that outlives the worker. */
@NullMarked
package dev.winslow.agent.executor;

import org.jspecify.annotations.NullMarked;
