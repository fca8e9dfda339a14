@NullMarked
package dev.winslow.faults.work;

import org.jspecify.annotations.NullMarked;
