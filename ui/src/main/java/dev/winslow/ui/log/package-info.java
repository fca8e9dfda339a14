/** Logs in the page. */
@NullMarked
package dev.winslow.ui.log;

import org.jspecify.annotations.NullMarked;
