@NullMarked
package dev.winslow.ui.task;

import org.jspecify.annotations.NullMarked;
