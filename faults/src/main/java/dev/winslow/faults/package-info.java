/** Winslow under a rain of faults, and whether anything was lost. */
@NullMarked
package dev.winslow.faults;

import org.jspecify.annotations.NullMarked;
