package dev.winslow.api.access;

/** What all may do with a project who are signed in and not named in its list. */
public enum Everyone {
    NOTHING(Right.NONE),
    SEE(Right.SEE),
    CHANGE(Right.CHANGE);

    private final Right right;

    Everyone(Right right) {
        this.right = right;
    }

    public Right right() {
        return right;
    }
}
