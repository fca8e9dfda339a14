/** What waits for a person, and the forms to answer it. */
@NullMarked
package dev.winslow.ui.task;

import org.jspecify.annotations.NullMarked;
