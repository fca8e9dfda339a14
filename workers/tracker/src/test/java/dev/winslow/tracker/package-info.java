@NullMarked
package dev.winslow.tracker;

import org.jspecify.annotations.NullMarked;
