package dev.winslow.api.artifact;

/** Where a file stands for a stage: what it reads only, what is handed on, what it leaves for people. */
public enum Area {
    INPUT,
    WORKSPACE,
    OUTPUT
}
