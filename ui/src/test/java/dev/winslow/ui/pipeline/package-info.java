@NullMarked
package dev.winslow.ui.pipeline;

import org.jspecify.annotations.NullMarked;
