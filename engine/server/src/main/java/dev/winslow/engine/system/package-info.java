/** How the system itself is: the database, the storage, the machines, this server. */
@NullMarked
package dev.winslow.engine.system;

import org.jspecify.annotations.NullMarked;
