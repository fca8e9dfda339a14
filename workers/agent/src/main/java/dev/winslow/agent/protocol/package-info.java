/** The server as the worker sees it: calls over HTTP that may all be repeated. */
@NullMarked
package dev.winslow.agent.protocol;

import org.jspecify.annotations.NullMarked;
