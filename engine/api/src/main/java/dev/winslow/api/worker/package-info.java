/** The protocol between the server and the agents. */
@NullMarked
package dev.winslow.api.worker;

import org.jspecify.annotations.NullMarked;
