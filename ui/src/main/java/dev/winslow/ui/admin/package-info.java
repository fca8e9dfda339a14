/** Looking after people, tokens and the system, and one's own account. */
@NullMarked
package dev.winslow.ui.admin;

import org.jspecify.annotations.NullMarked;
