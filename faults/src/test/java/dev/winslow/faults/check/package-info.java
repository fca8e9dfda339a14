@NullMarked
package dev.winslow.faults.check;

import org.jspecify.annotations.NullMarked;
