package dev.winslow.api.account;

/** A password that the server has made; it is not shown again, and good until the person has chosen another. */
public record IssuedPassword(String password) {
    @Override
    public String toString() {
        return "IssuedPassword[]";
    }
}
