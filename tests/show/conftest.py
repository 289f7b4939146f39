"""One document that holds what could break a page or a terminal."""

from __future__ import annotations

import pytest

from kgbuild.labels import EntityType, EventType, Role, Stance
from kgbuild.records import Annotation, Article, Claim, Entity, Event, EventReasons, Explanation, Mention

TEXT = "قصف الجيش <script>alert(1)</script> بلدة مورك السبت.\nونفى الجيش ذلك."


def mention(surface: str) -> Mention:
    start = TEXT.index(surface)
    return Mention(surface, start, start + len(surface))


@pytest.fixture
def explanation() -> Explanation:
    army = Entity("e1", EntityType.MILITARY_FORCE, "الجيش", (mention("الجيش"),), 0.9)
    town = Entity('e"2', EntityType.SETTLEMENT, "مورك & ما حولها", (mention("بلدة مورك"), mention("مورك")))
    shelling = Event(
        "v1",
        EventType.SHELLING,
        mention("قصف"),
        0,
        agent=("e1",),
        place=('e"2',),
        time="2024-11-30",
        time_text=mention("السبت"),
        claims=(Claim(None), Claim("e1", Stance.DENIES)),
        confidence=0.87,
        role_confidence={Role.AGENT: {"e1": 0.75}},
    )
    reasons = EventReasons("lexicon «قصف»", {(Role.AGENT, "e1"): "role model"}, "time model")
    article = Article("<d>", TEXT, 'عنوان "<b>"', "2024-11-30", "وكالة\x1b[31m")
    return Explanation(Annotation(article, (army, town), (shelling,)), {4: "name model 0.90"}, {"v1": reasons})
