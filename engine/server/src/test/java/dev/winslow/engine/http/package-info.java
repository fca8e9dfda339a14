@NullMarked
package dev.winslow.engine.http;

import org.jspecify.annotations.NullMarked;
