package dev.winslow.api.account;

import java.util.Optional;

/** What is to change of an account; what is absent stays. Who is disabled is signed out, and cannot sign in. */
public record ChangeAccount(Optional<String> fullName, Optional<Role> role, Optional<Boolean> disabled) {}
