/** That figures are read and told as they are. */
@NullMarked
package dev.winslow.bench;

import org.jspecify.annotations.NullMarked;
