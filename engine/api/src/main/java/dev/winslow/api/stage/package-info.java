/** What a stage requires and how one attempt at it stands. */
@NullMarked
package dev.winslow.api.stage;

import org.jspecify.annotations.NullMarked;
