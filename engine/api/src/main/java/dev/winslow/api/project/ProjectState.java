package dev.winslow.api.project;

/** The state of a project at a glance: that of its latest run. */
public enum ProjectState {
    NEW,
    QUEUED,
    RUNNING,
    WAITING,
    PAUSED,
    FAILED,
    SUCCEEDED,
    ABORTED
}
