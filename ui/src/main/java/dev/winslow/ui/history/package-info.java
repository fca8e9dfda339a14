/** What happened in a project: runs and attempts in time, and who did what when. */
@NullMarked
package dev.winslow.ui.history;

import org.jspecify.annotations.NullMarked;
