/** Who is told what by webhook and mail, and how that goes. */
@NullMarked
package dev.winslow.ui.notify;

import org.jspecify.annotations.NullMarked;
