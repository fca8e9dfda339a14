/** What the HTTP API has beside its addresses: a description, and an answer where there is nothing. */
@NullMarked
package dev.winslow.engine.http;

import org.jspecify.annotations.NullMarked;
