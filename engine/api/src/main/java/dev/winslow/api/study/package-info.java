/** Parameter studies: one pipeline over all combinations of some variables' values. */
@NullMarked
package dev.winslow.api.study;

import org.jspecify.annotations.NullMarked;
