@NullMarked
package dev.winslow.faults;

import org.jspecify.annotations.NullMarked;
