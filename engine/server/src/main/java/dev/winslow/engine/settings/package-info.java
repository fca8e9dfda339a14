/** What an operator can set. */
@NullMarked
package dev.winslow.engine.settings;

import org.jspecify.annotations.NullMarked;
