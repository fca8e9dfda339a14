/** Starting server and worker on this machine. */
@NullMarked
package dev.winslow.cli.local;

import org.jspecify.annotations.NullMarked;
