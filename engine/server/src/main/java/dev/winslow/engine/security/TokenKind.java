package dev.winslow.engine.security;

/** What a token is good for. */
public enum TokenKind {
    /** A person's program: everything but the worker protocol. */
    USER,
    /** Lets a machine join as a node. */
    ENROLMENT,
    /** A node: the worker protocol. */
    NODE,
    /** A trigger: starts runs of its project, and nothing else. */
    START
}
