/** How Java's types travel to and from the columns of both databases. */
@NullMarked
package dev.winslow.engine.database;

import org.jspecify.annotations.NullMarked;
