/** The server: everything behind the HTTP API. Packages are features. */
@NullMarked
package dev.winslow.engine;

import org.jspecify.annotations.NullMarked;
