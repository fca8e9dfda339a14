/** Files that lie on this machine already, by their SHA-256. */
@NullMarked
package dev.winslow.agent.cache;

import org.jspecify.annotations.NullMarked;
