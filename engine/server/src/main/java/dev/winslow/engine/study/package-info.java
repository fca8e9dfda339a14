/** Parameter studies: runs of one project over all combinations of some variables' values. */
@NullMarked
package dev.winslow.engine.study;

import org.jspecify.annotations.NullMarked;
