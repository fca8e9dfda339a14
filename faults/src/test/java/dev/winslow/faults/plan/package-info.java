@NullMarked
package dev.winslow.faults.plan;

import org.jspecify.annotations.NullMarked;
