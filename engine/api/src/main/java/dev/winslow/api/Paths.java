package dev.winslow.api;

/** Addresses of the HTTP API, version 1; {@code {…}} stand for ids. */
public final class Paths {
    public static final String ROOT = "/api/v1";

    public static final String PIPELINES = ROOT + "/pipelines";
    public static final String PROJECTS = ROOT + "/projects";
    public static final String TAGS = ROOT + "/tags";
    public static final String RUNS = ROOT + "/runs";
    /**
     * What people add to the workspace of a step, for its next attempt. GET: AddedFile; POST {@code /uploads} and {@code /uploads/complete} as for a
     * project; DELETE {@code /{file}}.
     */
    public static final String STEP_FILES = RUNS + "/{id}/steps/{stepId}/files";
    /** Parameter studies; those of a project lie below it, under {@code /studies}. */
    public static final String STUDIES = ROOT + "/studies";

    /** GET {@code /{id}/lineage}: Lineage of a file of any project, or of the pool. */
    public static final String FILES = ROOT + "/files";

    public static final String ATTEMPTS = ROOT + "/attempts";
    /** GET {@code ?area=}: FileView of all that an attempt left, also where it failed. */
    public static final String ATTEMPT_FILES = ATTEMPTS + "/{id}/files";
    /** GET {@code ?area=&under=FOLDER}: the same as a ZIP archive; without an area each is a folder of it. */
    public static final String ATTEMPT_ARCHIVE = ATTEMPTS + "/{id}/files.zip";

    /** POST StagePatterns: PatternTrial of the attempt's log. */
    public static final String ATTEMPT_PATTERNS = ATTEMPTS + "/{id}/log/patterns";

    public static final String TASKS = ROOT + "/tasks";
    /** Reference points of places, by name. */
    public static final String POINT_TEMPLATES = ROOT + "/point-templates";

    public static final String NODES = ROOT + "/nodes";
    /** GET PriorityView, PUT SetPriority. */
    public static final String PROJECT_PRIORITY = PROJECTS + "/{id}/priority";
    /** GET PriorityView, PUT SetPriority. */
    public static final String RUN_PRIORITY = RUNS + "/{id}/priority";
    /** GET AccessView; PATCH ChangeAccess, answers AccessView. */
    public static final String PROJECT_ACCESS = PROJECTS + "/{id}/access";
    /** GET, those first that are to start first: WaitingStage; {@code ?limit=} says how many. */
    public static final String QUEUE = ROOT + "/queue";
    /** PUT NodeLimits, answers NodeView. */
    public static final String NODE_LIMITS = NODES + "/{id}/limits";

    public static final String VARIABLES = ROOT + "/variables";
    /** GET, newest first: EventView of each change of a variable of all projects. */
    public static final String VARIABLES_HISTORY = VARIABLES + "/history";

    /** {@code /files}: GET FileView of each; {@code /files/{file}}: GET its bytes, PATCH MoveFile, DELETE; {@code /uploads} as for a project. */
    public static final String POOL = ROOT + "/pool";
    /** GET: FoundFile of what was put into the pool's bucket by an S3 client and is not in the pool yet. */
    public static final String POOL_FOUND = POOL + "/found";
    /** GET: the same of a project's bucket. */
    public static final String PROJECT_FOUND = PROJECTS + "/{id}/found";

    /** GET TriggerView of each; POST CreateTrigger, PUT {@code /{id}} ChangeTrigger, DELETE {@code /{id}}, which POST {@code /{id}/restore} takes back. */
    public static final String TRIGGERS = ROOT + "/triggers";
    /** POST StartByToken with a trigger's token, answers FiringView. */
    public static final String START = PROJECTS + "/{id}/start";
    /** GET, server-sent events: EventView with its place in the sequence as id; goes on after {@code Last-Event-ID} or {@code ?after=}. */
    public static final String EVENTS = ROOT + "/events";
    /** What a person is told of: GET, POST CreateRule, PUT {@code /{id}} CreateRule, DELETE {@code /{id}}, which POST {@code /{id}/restore} takes back. */
    public static final String MY_NOTIFICATIONS = ROOT + "/me/notifications";
    /** What a project's receivers are told of. */
    public static final String PROJECT_NOTIFICATIONS = PROJECTS + "/{project}/notifications";

    /** People's accounts, for administrators. */
    public static final String ACCOUNTS = ROOT + "/accounts";
    /** GET GroupView of each; for administrators POST and PUT {@code /{id}} SaveGroup, DELETE {@code /{id}}. */
    public static final String GROUPS = ROOT + "/groups";
    /** Tokens of programs that belong to no person, for administrators. */
    public static final String TOKENS = ROOT + "/tokens";
    /** GET, newest first: EventView of each administrative act, for administrators. */
    public static final String AUDIT = ROOT + "/audit";
    /** GET, for operators: SystemCheck of each part of the system. */
    public static final String SYSTEM = ROOT + "/system";
    /** GET {@code ?q=WORDS&limit=20}, the best first: SearchHit of each kind. */
    public static final String SEARCH = ROOT + "/search";
    /** GET Me. */
    public static final String ME = ROOT + "/me";
    /** PUT ChangePassword. */
    public static final String MY_PASSWORD = ME + "/password";
    /** Tokens of one's own. */
    public static final String MY_TOKENS = ME + "/tokens";

    /** POST JoinRequest with an enrolment token. */
    public static final String JOIN = ROOT + "/worker/join";
    /**
     * GET, waits up to {@code ?wait=PT20S}: a list of Assignment, oldest first, or 204. Answers an attempt again until it is reported PREPARING,
     * unless it is named by {@code &held=ID}, which may be repeated.
     */
    public static final String ASSIGNMENTS = ROOT + "/worker/assignments";
    /** As {@link #ASSIGNMENTS}, but the oldest Assignment alone: so workers ask that speak protocol 1. */
    public static final String ASSIGNMENT = ROOT + "/worker/assignment";
    /** POST Heartbeat. */
    public static final String HEARTBEAT = ROOT + "/worker/heartbeat";
    /** POST StateReport. */
    public static final String ATTEMPT_STATE = ROOT + "/worker/attempts/{id}/state";
    /** POST LogBatch, answers LogReceipt. */
    public static final String ATTEMPT_LOG = ROOT + "/worker/attempts/{id}/log";
    /** POST UploadRequest, answers UploadTicket. */
    public static final String ATTEMPT_UPLOADS = ROOT + "/worker/attempts/{id}/uploads";
    /** POST UploadCompletion. */
    public static final String ATTEMPT_UPLOAD_COMPLETION = ROOT + "/worker/attempts/{id}/uploads/complete";
    /** POST Ask: what a stage asks a person while it runs; asked twice, it is asked once. */
    public static final String ATTEMPT_QUESTIONS = ROOT + "/worker/attempts/{id}/questions";
    /** POST SaveCheckpoint. */
    public static final String ATTEMPT_CHECKPOINT = ROOT + "/worker/attempts/{id}/checkpoint";
    /**
     * POST a list of AttemptOutcome, at most {@value #MOST_OUTCOMES} and of different attempts; answers the OutcomeReceipt of each, in their order. One
     * that is not taken keeps no other from it.
     */
    public static final String OUTCOMES = ROOT + "/worker/outcomes";

    public static final int MOST_OUTCOMES = 16;
    /** POST Outcome; 410 with a stale lease. So workers report that speak protocol 1 or 2. */
    public static final String ATTEMPT_OUTCOME = ROOT + "/worker/attempts/{id}/outcome";

    private Paths() {}
}
