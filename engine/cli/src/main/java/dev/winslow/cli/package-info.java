/** The command line, a client of the HTTP API. */
@NullMarked
package dev.winslow.cli;

import org.jspecify.annotations.NullMarked;
