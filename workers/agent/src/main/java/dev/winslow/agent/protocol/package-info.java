/** The calls to the server, each of which can be repeated. */
@NullMarked
package dev.winslow.agent.protocol;

import org.jspecify.annotations.NullMarked;
