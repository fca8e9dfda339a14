package dev.winslow.engine.security;

/** What a token is good for. */
public enum TokenKind {
    /** A person or a program: what its role may do. */
    USER,
    /** Lets a machine join as a node. */
    ENROLMENT,
    /** A node: the worker protocol. */
    NODE,
    /** A trigger: starts runs of its project, and nothing else. */
    START,
    /** Makes the first administrator, in the page, and nothing else. */
    SETUP
}
