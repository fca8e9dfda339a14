@NullMarked
package dev.winslow.engine.security;

import org.jspecify.annotations.NullMarked;
