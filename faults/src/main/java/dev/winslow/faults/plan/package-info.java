/** Which faults befall whom, when and for how long. */
@NullMarked
package dev.winslow.faults.plan;

import org.jspecify.annotations.NullMarked;
