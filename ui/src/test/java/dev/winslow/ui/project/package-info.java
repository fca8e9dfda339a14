@NullMarked
package dev.winslow.ui.project;

import org.jspecify.annotations.NullMarked;
