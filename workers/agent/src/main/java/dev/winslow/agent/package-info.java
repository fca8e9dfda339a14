/** The worker: joins a machine to a server and runs the stages that the server sends. */
@NullMarked
package dev.winslow.agent;

import org.jspecify.annotations.NullMarked;
