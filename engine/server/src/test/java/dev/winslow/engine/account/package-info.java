@NullMarked
package dev.winslow.engine.account;

import org.jspecify.annotations.NullMarked;
