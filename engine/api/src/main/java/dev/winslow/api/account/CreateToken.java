package dev.winslow.api.account;

import java.util.Optional;

/**
 * A token for a program.
 *
 * @param role what it may do; one of a person's own may do at most what the person may
 * @param days after which it expires; never where absent
 */
public record CreateToken(String name, Role role, Optional<Integer> days) {}
