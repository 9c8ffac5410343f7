"""A short story of training, told in JSON as another program reads it, word for word.

The guide's sentences are left out: they may be put better without breaking anyone. After a change
that is meant, LASTSET_WRITE_STORY=1 writes the story anew, to be read before it is kept.
"""

import json
import os
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).with_name("story.json")

STORY = (
    "settings level beginner",
    "log bench w60x8 80x8@2 80x8@1 --planned 4 --exercise-of 1/3 --title Push "
    "--at 2026-11-16T18:00",
    "log bench 80x6!t --at 2026-11-16T18:06 --spotter",
    "plan bench --failure technical --at 2026-11-16T18:08",
    "log bench 72.5x8@2 --at 2026-11-16T18:10",
    "log pull-up -15x8@2 bwx6@0 --exercise-of 2/3 --at 2026-11-16T18:20+01:00",
    "log preacher '30x10!a +4' --exercise-of 3/3 --planned 1 --plan-failure --finish "
    "--at 2026-11-16T18:40",
    "plan squat --sets 3 --fail-on 3 --safeties --load 225lb --at 2026-11-17T18:00",
    "log squat 100x5@3 --at 2026-11-18T18:00",
    "finish --at 2026-11-18T18:30",
    "failures --at 2026-11-18T19:00",
    "sessions --at 2026-11-18T19:00",
    "show 1",
    "settings gate.mode",
    "rules R42",
    "log bench 80x9@1 --at 2026-11-19T18:00",
)


def without_sentences(document: Any) -> Any:
    """The document without the guide's sentences."""
    if isinstance(document, dict):
        spoken = ("text", "trigger", "evidence", "meaning")
        return {
            name: without_sentences(value) for name, value in document.items() if name not in spoken
        }
    if isinstance(document, list):
        return [without_sentences(one) for one in document]
    return document


def test_the_story_is_told_as_ever(told: Callable[..., Any]) -> None:
    story = [{"call": call, "json": without_sentences(told(*shlex.split(call)))} for call in STORY]
    if "LASTSET_WRITE_STORY" in os.environ:
        GOLDEN.write_text(json.dumps(story, indent=1) + "\n", "utf-8")
    assert story == json.loads(GOLDEN.read_text("utf-8"))
