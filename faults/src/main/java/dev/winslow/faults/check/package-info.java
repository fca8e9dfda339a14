/** What must hold after every rain of faults. */
@NullMarked
package dev.winslow.faults.check;

import org.jspecify.annotations.NullMarked;
