/** A whole Winslow of processes, each of which can be struck. */
@NullMarked
package dev.winslow.faults.trial;

import org.jspecify.annotations.NullMarked;
