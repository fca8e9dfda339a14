/** The pool: files that projects share. */
@NullMarked
package dev.winslow.ui.pool;

import org.jspecify.annotations.NullMarked;
