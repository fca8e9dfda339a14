/** People: their accounts and passwords, how they sign in, and the tokens of their programs. */
@NullMarked
package dev.winslow.engine.account;

import org.jspecify.annotations.NullMarked;
