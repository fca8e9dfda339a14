/** Lines of a stage, from its files to the server. */
@NullMarked
package dev.winslow.agent.log;

import org.jspecify.annotations.NullMarked;
