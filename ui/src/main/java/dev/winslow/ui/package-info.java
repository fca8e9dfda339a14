/** The application that people start, and its pages. */
@NullMarked
package dev.winslow.ui;

import org.jspecify.annotations.NullMarked;
