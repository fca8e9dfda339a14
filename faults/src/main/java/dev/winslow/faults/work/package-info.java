/** What keeps the system busy. */
@NullMarked
package dev.winslow.faults.work;

import org.jspecify.annotations.NullMarked;
