package dev.winslow.api.account;

/**
 * Who asks.
 *
 * @param account whether it is a person with an account, or a program with a token
 */
public record Me(String name, Role role, boolean account) {}
