@NullMarked
package dev.winslow.engine.database;

import org.jspecify.annotations.NullMarked;
