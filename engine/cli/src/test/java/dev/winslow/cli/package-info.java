@NullMarked
package dev.winslow.cli;

import org.jspecify.annotations.NullMarked;
