/** Rules that say who is told what, and what they are told. */
@NullMarked
package dev.winslow.api.notify;

import org.jspecify.annotations.NullMarked;
