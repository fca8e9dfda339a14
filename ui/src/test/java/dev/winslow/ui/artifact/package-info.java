@NullMarked
package dev.winslow.ui.artifact;

import org.jspecify.annotations.NullMarked;
