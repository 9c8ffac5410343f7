"""The tables: what each migration creates. A shipped statement is never edited, only followed."""

APPLICATION_ID = 0x6C617374
"""`last`: marks a file as ours."""

VERSION = 2
"""The schema this program knows (`PRAGMA user_version`)."""

FIRST = (
    """
CREATE TABLE exercises (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(trim(name)) > 0),
    measure TEXT NOT NULL DEFAULT 'reps' CHECK (measure IN ('reps', 'time', 'distance')),
    mechanic TEXT NOT NULL CHECK (mechanic IN ('compound', 'isolation')),
    equipment TEXT NOT NULL DEFAULT 'other',
    olympic TEXT NOT NULL DEFAULT 'no' CHECK (olympic IN ('no', 'yes', 'deriv')),
    family TEXT NOT NULL DEFAULT '',
    primary_muscle TEXT NOT NULL DEFAULT '',
    secondary_muscles TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(secondary_muscles)),
    technical TEXT NOT NULL CHECK (technical IN ('low', 'medium', 'high')),
    neurological TEXT NOT NULL CHECK (neurological IN ('low', 'medium', 'high')),
    policy TEXT NOT NULL CHECK (policy IN ('never', 'technical', 'absolute*', 'absolute')),
    spot TEXT NOT NULL DEFAULT 'no'
        CHECK (spot IN ('no', 'recommended', 'required', 'safety stops', 'bail area')),
    step_value TEXT NOT NULL DEFAULT '2.5' CHECK (CAST(step_value AS REAL) > 0),
    step_unit TEXT NOT NULL DEFAULT 'kg' CHECK (step_unit IN ('kg', 'lb')),
    rest_seconds INTEGER NOT NULL DEFAULT 180 CHECK (rest_seconds BETWEEN 0 AND 3600),
    is_bodyweight INTEGER NOT NULL DEFAULT 0 CHECK (is_bodyweight IN (0, 1)),
    is_per_hand INTEGER NOT NULL DEFAULT 0 CHECK (is_per_hand IN (0, 1)),
    is_custom INTEGER NOT NULL DEFAULT 0 CHECK (is_custom IN (0, 1)),
    is_classified INTEGER NOT NULL DEFAULT 1 CHECK (is_classified IN (0, 1)),
    set_up TEXT NOT NULL DEFAULT '',
    spotter INTEGER CHECK (spotter IN (0, 1)),
    safeties INTEGER CHECK (safeties IN (0, 1)),
    partner INTEGER CHECK (partner IN (0, 1))
) STRICT""",
    """
CREATE TABLE aliases (
    alias TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
    exercise_id INTEGER NOT NULL REFERENCES exercises (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX aliases_by_exercise ON aliases (exercise_id)",
    """
CREATE TABLE imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    format TEXT NOT NULL,
    file TEXT NOT NULL
) STRICT""",
    """
CREATE TABLE origins (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    marks TEXT NOT NULL CHECK (json_valid(marks)),
    import_id INTEGER NOT NULL REFERENCES imports (id)
) STRICT""",
    """
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL DEFAULT '',
    started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??Z'),
    ended_at TEXT CHECK (ended_at GLOB '????-??-??T??:??:??Z' AND ended_at >= started_at),
    zone TEXT NOT NULL DEFAULT 'UTC',
    local_date TEXT NOT NULL CHECK (local_date GLOB '????-??-??'),
    is_time_known INTEGER NOT NULL DEFAULT 1 CHECK (is_time_known IN (0, 1)),
    is_open INTEGER NOT NULL DEFAULT 0 CHECK (is_open IN (0, 1)),
    body_weight_value TEXT CHECK (CAST(body_weight_value AS REAL) >= 0),
    body_weight_unit TEXT CHECK (body_weight_unit IN ('kg', 'lb')),
    note TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    source_key TEXT,
    import_id INTEGER REFERENCES imports (id),
    CHECK ((body_weight_value IS NULL) = (body_weight_unit IS NULL))
) STRICT""",
    "CREATE INDEX sessions_by_start ON sessions (started_at)",
    "CREATE INDEX sessions_by_title ON sessions (title, started_at)",
    "CREATE INDEX sessions_by_date ON sessions (local_date)",
    "CREATE INDEX sessions_open ON sessions (started_at) WHERE is_open = 1",
    "CREATE UNIQUE INDEX sessions_by_source ON sessions (source_key) WHERE source_key IS NOT NULL",
    """
CREATE TABLE blocks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    exercise_id INTEGER NOT NULL REFERENCES exercises (id),
    position REAL NOT NULL,
    plan TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(plan)),
    planned_sets INTEGER CHECK (planned_sets BETWEEN 1 AND 100),
    place_k INTEGER CHECK (place_k >= 1),
    place_n INTEGER CHECK (place_n >= place_k),
    planned_failure INTEGER NOT NULL DEFAULT 0 CHECK (planned_failure IN (0, 1)),
    spotter INTEGER CHECK (spotter IN (0, 1)),
    safeties INTEGER CHECK (safeties IN (0, 1)),
    partner INTEGER CHECK (partner IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    superset INTEGER,
    skipped INTEGER NOT NULL DEFAULT 0 CHECK (skipped IN (0, 1)),
    UNIQUE (id, session_id, exercise_id),
    CHECK ((place_k IS NULL) = (place_n IS NULL))
) STRICT""",
    "CREATE INDEX blocks_by_session ON blocks (session_id, position)",
    "CREATE INDEX blocks_by_exercise ON blocks (exercise_id)",
    # No IN lists here: SQLite builds a table for each of them at each row, half an import's time.
    """
CREATE TABLE sets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    block_id INTEGER NOT NULL,
    session_id INTEGER NOT NULL,
    exercise_id INTEGER NOT NULL,
    position REAL NOT NULL,
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
    is_at_known INTEGER NOT NULL DEFAULT 1 CHECK (is_at_known BETWEEN 0 AND 1),
    warm_up INTEGER NOT NULL DEFAULT 0 CHECK (warm_up BETWEEN 0 AND 1),
    load_grams INTEGER CHECK (load_grams BETWEEN 0 AND 2000000),
    load_value TEXT,
    load_unit TEXT CHECK (load_unit = 'kg' OR load_unit = 'lb'),
    load_kind TEXT CHECK (load_kind = 'total' OR load_kind = 'added'
        OR load_kind = 'assisted' OR load_kind = 'bodyweight'),
    reps INTEGER CHECK (reps BETWEEN 0 AND 1000),
    reps_right INTEGER CHECK (reps_right BETWEEN 0 AND 1000),
    rir REAL CHECK (rir BETWEEN 0 AND 5 AND rir * 2 = CAST(rir * 2 AS INTEGER)),
    rir_or_more INTEGER NOT NULL DEFAULT 0 CHECK (rir_or_more BETWEEN 0 AND 1),
    failure TEXT CHECK (failure = 'none' OR failure = 'technical'
        OR failure = 'absolute' OR failure = 'unknown'),
    technique TEXT NOT NULL DEFAULT 'none'
        CHECK (technique = 'none' OR technique = 'drop' OR technique = 'rest_pause'
        OR technique = 'forced' OR technique = 'eccentric'),
    segments TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(segments)),
    spotter INTEGER CHECK (spotter BETWEEN 0 AND 1),
    safeties INTEGER CHECK (safeties BETWEEN 0 AND 1),
    partner INTEGER CHECK (partner BETWEEN 0 AND 1),
    planned_failure INTEGER NOT NULL DEFAULT 0 CHECK (planned_failure BETWEEN 0 AND 1),
    side TEXT CHECK (side = 'left' OR side = 'right'),
    seconds INTEGER CHECK (seconds BETWEEN 0 AND 864000),
    metres TEXT CHECK (CAST(metres AS REAL) >= 0),
    note TEXT NOT NULL DEFAULT '',
    import_id INTEGER REFERENCES imports (id),
    source_key TEXT,
    may_fail INTEGER NOT NULL GENERATED ALWAYS AS (
        warm_up = 0 AND (coalesce(failure <> 'none', 0)
        OR technique <> 'none' OR coalesce(rir = 0, 0))) VIRTUAL,
    FOREIGN KEY (block_id, session_id, exercise_id)
        REFERENCES blocks (id, session_id, exercise_id) ON UPDATE CASCADE ON DELETE CASCADE,
    CHECK ((load_grams IS NULL) = (load_value IS NULL)
        AND (load_grams IS NULL) = (load_unit IS NULL)
        AND (load_grams IS NULL) = (load_kind IS NULL))
) STRICT""",
    "CREATE INDEX sets_by_block ON sets (block_id, position)",
    "CREATE INDEX sets_by_session ON sets (session_id)",
    "CREATE INDEX sets_by_exercise ON sets (exercise_id, at)",
    "CREATE INDEX sets_by_time ON sets (at, warm_up, exercise_id)",
    "CREATE INDEX sets_failed ON sets (at) WHERE may_fail = 1",
    "CREATE INDEX sets_failed_of ON sets (exercise_id, at) WHERE may_fail = 1",
    """
CREATE TABLE pains (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    exercise_id INTEGER NOT NULL REFERENCES exercises (id),
    at TEXT NOT NULL,
    cleared_at TEXT
) STRICT""",
    "CREATE INDEX pains_by_time ON pains (at)",
    # The session is no foreign key: an act stays when its session is deleted, and belongs to it
    # again when undo brings it back under its id, which is never given twice.
    """
CREATE TABLE acts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    session_id INTEGER,
    exercise_id INTEGER NOT NULL REFERENCES exercises (id),
    rules TEXT NOT NULL CHECK (json_valid(rules)),
    severity TEXT NOT NULL CHECK (severity IN ('info', 'caution', 'warning', 'stop')),
    outcome TEXT NOT NULL DEFAULT 'pending'
        CHECK (outcome IN ('pending', 'heeded', 'overridden'))
) STRICT""",
    "CREATE INDEX acts_by_time ON acts (at)",
    """
CREATE TABLE profile (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """
CREATE TABLE steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    session_id INTEGER,
    changes TEXT NOT NULL CHECK (json_valid(changes)),
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT""",
    """
CREATE VIEW sets_flat AS
SELECT sets.id, sessions.local_date AS date, sessions.title AS session, exercises.name AS exercise,
       sets.at, sets.warm_up, sets.load_value AS load, sets.load_unit AS unit,
       sets.load_kind AS kind, round(sets.load_grams / 1000.0, 3) AS kg, sets.reps,
       sets.reps_right, sets.rir, sets.failure, sets.technique, sets.segments,
       sets.seconds, sets.metres, sets.note, sets.session_id, sets.block_id, sets.exercise_id
FROM sets
JOIN sessions ON sessions.id = sets.session_id
JOIN exercises ON exercises.id = sets.exercise_id""",
    """
CREATE VIEW failure_sets AS
SELECT sets_flat.* FROM sets_flat JOIN sets ON sets.id = sets_flat.id
WHERE sets.may_fail = 1 AND (sets.technique <> 'none' OR coalesce(sets.failure, '') <> 'none')""",
    """
CREATE VIEW session_summaries AS
SELECT sessions.id, sessions.local_date AS date, sessions.title, sessions.started_at,
       sessions.ended_at, count(sets.id) FILTER (WHERE sets.warm_up = 0) AS work_sets,
       count(sets.id) FILTER (WHERE sets.may_fail = 1
           AND (sets.technique <> 'none' OR coalesce(sets.failure, '') <> 'none')) AS failure_sets
FROM sessions LEFT JOIN sets ON sets.session_id = sessions.id GROUP BY sessions.id""",
)
"""Schema 1."""

SECOND = (
    # The bar in use, where the lifter said one.
    "ALTER TABLE exercises ADD COLUMN bar_value TEXT CHECK (CAST(bar_value AS REAL) >= 0)",
    """
ALTER TABLE exercises ADD COLUMN bar_unit TEXT CHECK (CASE WHEN bar_unit IS NULL
    THEN bar_value IS NULL ELSE bar_unit IN ('kg', 'lb') AND bar_value IS NOT NULL END)""",
    # All that a personal record is held against, by load: no row of the table need be read.
    """
CREATE INDEX sets_lifted ON sets (exercise_id, load_kind, load_grams, reps, reps_right, rir, side,
    at, session_id, warm_up) WHERE warm_up = 0 AND reps > 0""",
)
"""Schema 2: bars and personal records."""
