@NullMarked
package dev.winslow.ui.pool;

import org.jspecify.annotations.NullMarked;
