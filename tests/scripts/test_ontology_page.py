"""The reference of the ontology: every term with all that the files say of it, in both languages."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from lxml import html
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from kgbuild.iris import KGB
from kgbuild.resources import ontology_file

SCRIPT = Path(__file__).parents[2] / "scripts" / "ontology_page.py"
MATCHES = (SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)


def graph(name: str) -> Graph:
    return Graph().parse(ontology_file(name))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("page") / "new" / "ontology.html"
    subprocess.run([sys.executable, str(SCRIPT), str(target)], check=True, capture_output=True)
    return target


@pytest.fixture(scope="module")
def page(written: Path) -> html.HtmlElement:
    return html.fromstring(written.read_text(encoding="utf-8"))


def article(page: html.HtmlElement, term: URIRef) -> html.HtmlElement:
    (found,) = page.xpath("//article[@id=$name]", name=str(term).removeprefix(KGB))
    return found


def own_terms() -> list[URIRef]:
    ontology = graph("kgbuild.ttl")
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.NamedIndividual)
    return sorted(term for kind in kinds for term in ontology.subjects(RDF.type, kind) if str(term).startswith(KGB))


def test_every_term_stands_there_once_with_labels_and_definitions(page):
    ontology, terms = graph("kgbuild.ttl"), own_terms()
    assert len(page.xpath("//article")) == len(terms) > 100
    for term in terms:
        shown = article(page, term)
        for predicate in (RDFS.label, SKOS.definition):
            for text in ontology.objects(term, predicate):
                assert shown.xpath(".//*[@lang=$language and text()=$text]", language=text.language, text=str(text))


def link_to(term: URIRef) -> str:
    return f"#{term.removeprefix(KGB)}" if term.startswith(KGB) else str(term)


@pytest.mark.parametrize("predicate", [RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range])
def test_axioms_are_links_there_and_back(page, predicate):
    for term, value in graph("kgbuild.ttl").subject_objects(predicate):
        assert article(page, term).xpath(".//td//a[@href=$target]", target=link_to(value))
        if value.startswith(KGB):
            assert article(page, value).xpath(".//td//a[@href=$target]", target=link_to(term))


def test_every_code_and_alignment_stands_with_its_term(page):
    schemes, alignments = graph("schemes.ttl"), graph("alignments.ttl")
    wanted = Counter(term for match in MATCHES for term, _ in schemes.subject_objects(match))
    wanted.update(
        term
        for predicate in (*MATCHES, RDFS.subClassOf, RDFS.subPropertyOf)
        for term, _ in alignments.subject_objects(predicate)
    )
    for term, number in wanted.items():
        rows = article(page, term).xpath(".//tr[th/span='codes' or th/span='in other vocabularies']")
        assert sum(len(row.xpath(".//li")) for row in rows) == number, term


def test_every_link_within_the_page_leads_somewhere(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    inner = {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")}
    assert inner <= set(ids)
    assert all(link.startswith(("#", "http://", "https://")) for link in page.xpath("//a/@href"))


def test_arabic_runs_from_right_to_left_and_nothing_is_fetched(written, page):
    assert page.xpath("//*[@lang='ar']")
    assert not page.xpath("//*[@lang='ar' and not(@dir='rtl')]")
    assert not page.xpath("//script | //link | //img | //@src | //@onclick")
    text = written.read_text(encoding="utf-8")
    assert "@import" not in text
    assert "url(" not in text


def test_texts_are_escaped(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPT.parent))
    assert import_module("ontology_page").two("<b>", "ا & ب").count("&lt;b&gt;") == 1
    assert "ا &amp; ب" in import_module("ontology_page").two("<b>", "ا & ب")


def test_the_same_files_give_the_same_bytes(written, tmp_path):
    again = tmp_path / "again.html"
    subprocess.run([sys.executable, str(SCRIPT), str(again)], check=True, capture_output=True)
    assert again.read_bytes() == written.read_bytes()
