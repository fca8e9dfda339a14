package dev.winslow.api.variable;

/** Where a variable's value comes from; what stands later wins. */
public enum Origin {
    GLOBAL,
    PIPELINE,
    PROJECT,
    RUN,
    STAGE
}
