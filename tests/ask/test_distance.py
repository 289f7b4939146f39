"""``events-near`` computes distances in SPARQL, which has no trigonometry: they must be those of the great circle."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

import pyoxigraph as ox
import pytest

from kgbuild.ask.library import find_question
from kgbuild.ask.run import run_query

# IUGG mean radius of the Earth, in kilometres.
RADIUS = 6371.0088
GRAPH = """
@prefix kgb: <https://w3id.org/kgbuild/ontology#> . @prefix geo: <http://www.opengis.net/ont/geosparql#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix x: <http://x/> .
x:a a kgb:Settlement ; rdfs:label "مركز"@ar ; geo:hasGeometry [ geo:asWKT "POINT(%s %s)" ] .
x:b a kgb:Settlement ; rdfs:label "بعيد"@ar ; geo:hasGeometry [ geo:asWKT "POINT(%s %s)" ] .
x:e a kgb:Shelling ; rdfs:label "قصف"@ar ; kgb:place x:b ; kgb:modality kgb:actual ; kgb:evidence x:s .
x:s kgb:text "قصف." ; oa:hasSource x:d .
"""
PAIRS = [
    ((36.65, 35.44), (36.69, 35.38)),  # Khan Shaykhun, Morek
    ((36.80, 35.86), (37.16, 36.20)),  # Saraqib, Aleppo
    ((32.53, 15.50), (37.22, 19.62)),  # Khartoum, Port Sudan
    ((34.45, 31.50), (34.24, 31.29)),  # Gaza, Rafah
    ((37.54, 47.10), (37.80, 48.00)),  # Mariupol, Donetsk
    ((44.20, 15.35), (45.03, 12.78)),  # Sanaa, Aden
    ((179.9, 10.0), (-179.9, 10.1)),  # across the antimeridian
    ((36.65, 35.44), (36.65, 35.44)),
]


def great_circle(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Haversine distance in kilometres of two points given as (longitude, latitude) in degrees."""
    (lon_a, lat_a), (lon_b, lat_b) = (tuple(map(radians, point)) for point in (a, b))
    half = sin((lat_a - lat_b) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_a - lon_b) / 2) ** 2
    return 2 * RADIUS * asin(sqrt(half))


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_distance_is_that_of_the_great_circle(a: tuple[float, float], b: tuple[float, float]) -> None:
    store = ox.Store()
    store.load((GRAPH % (*a, *b)).encode(), format=ox.RdfFormat.TURTLE)
    wanted = great_circle(a, b)
    asked = {"place": "http://x/a", "km": str(int(wanted) + 3)}
    (row,) = run_query(store, find_question("events-near"), asked).rows
    assert float(row[0] or "nan") == pytest.approx(wanted, abs=0.6 + wanted / 500)
    if wanted > 3:
        nearer = {"place": "http://x/a", "km": str(int(wanted * 0.98) - 1)}
        assert run_query(store, find_question("events-near"), nearer).rows == ()


def test_a_region_is_not_near_where_only_its_middle_is() -> None:
    store = ox.Store()
    store.load((GRAPH % (36.65, 35.44, 36.69, 35.38)).encode(), format=ox.RdfFormat.TURTLE)
    prefix = "PREFIX geo: <http://www.opengis.net/ont/geosparql#> "
    coarse = "INSERT { ?g geo:hasMetricSpatialAccuracy 46000 } WHERE { <http://x/b> geo:hasGeometry ?g }"
    store.update(prefix + coarse)
    near, far = ({"place": "http://x/a", "km": km} for km in ("20", "50"))
    assert run_query(store, find_question("events-near"), near).rows == ()
    assert len(run_query(store, find_question("events-near"), far).rows) == 1
