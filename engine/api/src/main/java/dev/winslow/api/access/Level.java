package dev.winslow.api.access;

/** As what a person or a group works on a project. */
public enum Level {
    MEMBER(Right.TAKE_PART),
    MAINTAINER(Right.CHANGE),
    OWNER(Right.OWN);

    private final Right right;

    Level(Right right) {
        this.right = right;
    }

    public Right right() {
        return right;
    }
}
