package dev.winslow.engine.account;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets under {@code winslow.accounts.*}.
 *
 * @param rememberFor how long a browser signs in again without asking
 * @param administrator the first administrator's name, where one is to be made at the first start, with {@link #password}
 * @param password to be changed at the first sign-in
 */
@ConfigurationProperties("winslow.accounts")
public record AccountSettings(
        @DefaultValue("P30D") Duration rememberFor,
        @Nullable String administrator,
        @Nullable String password) {

    Optional<String> administratorName() {
        return Optional.ofNullable(administrator).filter(name -> !name.isBlank());
    }

    Optional<String> administratorPassword() {
        return Optional.ofNullable(password).filter(secret -> !secret.isBlank());
    }

    @Override
    public String toString() {
        return "AccountSettings[rememberFor=" + rememberFor + ", administrator=" + administrator + "]";
    }
}
