@NullMarked
package dev.winslow.processes;

import org.jspecify.annotations.NullMarked;
