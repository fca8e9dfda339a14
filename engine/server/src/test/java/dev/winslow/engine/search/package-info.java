@NullMarked
package dev.winslow.engine.search;

import org.jspecify.annotations.NullMarked;
