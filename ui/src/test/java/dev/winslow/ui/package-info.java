/** The pages as a person uses them. */
@NullMarked
package dev.winslow.ui;

import org.jspecify.annotations.NullMarked;
