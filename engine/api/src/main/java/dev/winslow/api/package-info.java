/** What server, workers and clients share: records of the HTTP API and its addresses. */
@NullMarked
package dev.winslow.api;

import org.jspecify.annotations.NullMarked;
