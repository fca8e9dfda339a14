package dev.winslow.api.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a user task asks for. */
public enum TaskForm {
    @JsonProperty("reference-points")
    REFERENCE_POINTS,
    @JsonProperty("review")
    REVIEW,
    @JsonProperty("form")
    FORM,
    @JsonProperty("variables")
    VARIABLES
}
