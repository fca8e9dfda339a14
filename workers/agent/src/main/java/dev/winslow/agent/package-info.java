/** The worker: joins a machine to Winslow and runs the stages that it is given. */
@NullMarked
package dev.winslow.agent;

import org.jspecify.annotations.NullMarked;
