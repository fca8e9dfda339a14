@NullMarked
package dev.winslow.engine.settings;

import org.jspecify.annotations.NullMarked;
