@NullMarked
package dev.winslow.ui.trigger;

import org.jspecify.annotations.NullMarked;
