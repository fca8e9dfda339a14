/** Lines of an attempt's log. */
@NullMarked
package dev.winslow.api.log;

import org.jspecify.annotations.NullMarked;
