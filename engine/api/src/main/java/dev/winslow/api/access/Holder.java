package dev.winslow.api.access;

/** Who has access: a person or a program by its name, or all of a group. */
public record Holder(Kind kind, String name) {
    /** Kinds of holders. */
    public enum Kind {
        PERSON,
        GROUP
    }

    public static Holder person(String name) {
        return new Holder(Kind.PERSON, name);
    }

    public static Holder group(String name) {
        return new Holder(Kind.GROUP, name);
    }

    @Override
    public String toString() {
        return kind == Kind.GROUP ? "the group " + name : name;
    }
}
