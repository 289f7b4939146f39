"""The registry's data hold together, and its look-ups give what news texts write."""

import re
from collections import Counter
from itertools import chain

import pytest

from kgbuild.folding import fold
from kgbuild.labels import EntityType
from kgbuild.registry import (
    actor_index,
    actors,
    ambiguous_places,
    governorates,
    nisba_forms,
    nisba_index,
    place_index,
    places,
    state_index,
    states,
)

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CODES = {state.code for state in states()}
# GeoNames and hand-written names are in Arabic letters; road and base numbers may be Latin.
ARABIC_NAME = re.compile("[\u0600-\u06ff0-9A-Za-z .()+/–-]+")


def repeated(items):
    return [item for item, count in Counter(items).items() if count > 1]


def test_slugs_are_unique_and_readable():
    acting = [state.slug for state in states()] + [actor.slug for actor in actors()]
    located = [state.slug for state in states()] + [place.slug for place in (*governorates(), *places())]
    assert repeated(acting) == []
    assert repeated(located) == []
    assert [slug for slug in chain(acting, located) if not SLUG.fullmatch(slug)] == []


def test_states_cover_the_world():
    assert len(CODES) == len(states()) > 195
    assert {"PS", "TW", "XK", "VA", "EH", "SY", "US"} <= CODES


def test_no_two_states_share_a_name():
    assert [name for name, found in state_index().items() if len(found) > 1] == []
    assert [form for form, found in nisba_index().items() if len(found) > 1] == []


def test_no_two_actors_of_one_type_share_a_name():
    shared = [(name, kind) for name, found in actor_index().items() for kind in repeated(actor.type for actor in found)]
    assert shared == []


def test_no_actor_lists_a_name_twice():
    twice = [actor.slug for actor in actors() if repeated(fold(name) for name in (actor.name, *actor.aliases))]
    assert twice == []


def test_actors_refer_to_what_exists():
    known = {actor.slug for actor in actors()} | {state.slug for state in states()}
    assert [actor.slug for actor in actors() if actor.parent and actor.parent not in known] == []
    assert [actor.slug for actor in actors() if actor.country and actor.country not in CODES] == []
    bodies = [(actor.slug, post.body) for actor in actors() for post in actor.positions]
    assert [pair for pair in bodies if pair[1] not in known | CODES] == []


def test_only_persons_hold_positions_and_dates_are_in_order():
    assert [actor.slug for actor in actors() if actor.positions and actor.type is not EntityType.PERSON] == []
    posts = [post for actor in actors() for post in actor.positions]
    assert [post for post in posts if post.since and post.until and post.since > post.until] == []
    dates = [date for post in posts for date in (post.since, post.until) if date]
    dates += [date for actor in actors() for date in actor.active if date]
    assert [date for date in dates if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-[0-3]\d)?)?", date)] == []
    groups = [actor.slug for actor in actors() if None not in actor.active and actor.active[0] > actor.active[1]]
    assert groups == []


def test_registry_has_the_size_that_is_promised():
    kinds = Counter(actor.type for actor in actors())
    assert kinds[EntityType.PERSON] >= 220
    assert sum(1 for actor in actors() if actor.positions) >= 500
    assert sum(1 for actor in actors() if actor.active != (None, None)) >= 150
    assert sum(1 for actor in actors() if actor.partisan) >= 25
    assert sum(kinds.values()) - kinds[EntityType.PERSON] - kinds[EntityType.OPERATION] >= 350
    assert kinds[EntityType.OPERATION] >= 40


def test_places_refer_to_what_exists():
    divisions = {division.slug: division.country for division in governorates()}
    everywhere = (*governorates(), *places())
    # A few cities lie in territories that are no states, such as Gibraltar: their codes are ISO 3166 all the same.
    assert [place.slug for place in everywhere if place.country and not re.fullmatch("[A-Z]{2}", place.country)] == []
    assert len({place.country for place in everywhere} - CODES - {None}) < 40
    assert [place.slug for place in places() if place.within and place.within not in divisions] == []
    strays = [place.slug for place in places() if place.within and divisions[place.within] != place.country]
    assert strays == []


@pytest.mark.parametrize(
    ("town", "governorate"),
    [("خان يونس", "khan-yunis-governorate"), ("جباليا", "north-gaza-governorate"), ("حوارة", "nablus-governorate")],
)
def test_towns_of_palestine_lie_in_governorates(town, governorate):
    found = [place for place in place_index()[fold(town)] if place.type is EntityType.SETTLEMENT]
    assert {place.within for place in found if place.country == "PS"} == {governorate}


def test_nearly_all_towns_of_palestine_have_a_governorate():
    towns = [place for place in places() if place.country == "PS" and place.type is EntityType.SETTLEMENT]
    assert len([place for place in towns if place.within is None]) < 0.02 * len(towns)


def test_coordinates_are_on_earth():
    points = [place.coordinates for place in (*governorates(), *places()) if place.coordinates]
    points += [state.seat_coordinates for state in states() if state.seat_coordinates]
    assert len(points) > 10_000
    assert [point for point in points if abs(point.latitude) > 90 or abs(point.longitude) > 180] == []


def test_place_types_are_place_types():
    assert {place.type for place in places()} <= {kind for kind in EntityType if kind.is_place}


def test_names_are_arabic():
    names = chain.from_iterable(fact.names for fact in (*states(), *actors(), *governorates(), *places()))
    assert sorted({name for name in names if not ARABIC_NAME.fullmatch(name) or name != name.strip()}) == []


def test_every_seat_of_government_is_a_place():
    missing = [
        state.code
        for state in states()
        if state.seats and not any(place.country == state.code for place in place_index().get(fold(state.seats[0]), ()))
    ]
    assert missing == ["PW"]


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("الأميركية", "US"),
        ("أمريكيين", "US"),
        ("السوريون", "SY"),
        ("الأتراك", "TR"),
        ("روسيتان", "RU"),
        ("الكورية الشمالية", "KP"),
        ("الجنوب أفريقية", "ZA"),
        ("يمني", "YE"),
    ],
)
def test_nisba(form, code):
    assert [state.code for state in nisba_index()[fold(form)]] == [code]


def test_nisba_leaves_names_of_states_alone():
    assert fold("سورياً") == fold("سوريا")
    assert fold("سوريا") not in nisba_index()


def test_nisba_forms_agree_in_both_words():
    forms = {(form.text, form.feminine, form.number, form.definite) for form in nisba_forms("كوري شمالي")}
    assert ("الكوريون الشماليون", False, "plural", True) in forms
    assert ("كورية شمالية", True, "singular", False) in forms


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("داعش", "islamic-state"),
        ("هيئة تحرير الشام", "hayat-tahrir-al-sham"),
        ("رد العدوان", "deterrence-of-aggression"),
        ("ردع العدوان", "deterrence-of-aggression"),
        ("ترمب", "donald-trump"),
        ("المرصد السوري لحقوق الإنسان", "syrian-observatory-for-human-rights"),
        ("وكالة الأناضول", "anadolu"),
        ("سي إن إن", "cnn"),
    ],
)
def test_actor_index(name, slug):
    assert [actor.slug for actor in actor_index()[fold(name)]] == [slug]


@pytest.mark.parametrize("name", ["الهيئة", "القاعدة", "النهضة", "الشباب", "الأهرام", "فتح", "الأسد"])
def test_ordinary_words_are_descriptors_only(name):
    assert fold(name) not in actor_index()
    assert fold(name) in actor_index(descriptors=True)


@pytest.mark.parametrize("name", ["كفرنبودة", "اللطامنة", "كفر زيتة", "الباغوز", "طيبة الإمام", "مورك", "خان شيخون"])
def test_towns_of_recent_conflicts(name):
    found = [place for place in place_index()[fold(name)] if place.country == "SY"]
    assert len(found) == 1
    assert found[0].coordinates is not None
    assert found[0].within is not None


def test_ambiguous_places():
    assert ambiguous_places() >= {fold(name) for name in ("الباب", "سلوك", "الحرية", "معسكر", "الخميس")}
    assert not ambiguous_places() & {fold(name) for name in ("حلب", "بغداد", "خان شيخون", "طرابلس", "باريس")}
    assert len(ambiguous_places()) >= 1000
    assert {name for name in ambiguous_places() if fold(name) != name} == set()


def test_ambiguous_places_are_places():
    assert sorted(ambiguous_places() - set(place_index())) == []
