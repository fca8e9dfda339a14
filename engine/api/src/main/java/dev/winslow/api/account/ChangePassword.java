package dev.winslow.api.account;

/** A person's own password, by the one that holds now. */
public record ChangePassword(String current, String fresh) {
    @Override
    public String toString() {
        return "ChangePassword[]";
    }
}
