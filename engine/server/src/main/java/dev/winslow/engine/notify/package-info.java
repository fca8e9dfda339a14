/** Telling: the stream of events, and the rules by which webhooks and mail boxes learn of them. */
@NullMarked
package dev.winslow.engine.notify;

import org.jspecify.annotations.NullMarked;
