@NullMarked
package dev.winslow.faults.trial;

import org.jspecify.annotations.NullMarked;
