package dev.winslow.api.account;

/** A token as it is made: the secret is the token itself, which is not shown again. */
public record CreatedToken(TokenView token, String secret) {
    @Override
    public String toString() {
        return "CreatedToken[token=" + token + "]";
    }
}
