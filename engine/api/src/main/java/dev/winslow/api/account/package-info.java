/** People and programs that use Winslow, and what they may do. */
@NullMarked
package dev.winslow.api.account;

import org.jspecify.annotations.NullMarked;
