/** Search over everything. */
@NullMarked
package dev.winslow.api.search;

import org.jspecify.annotations.NullMarked;
