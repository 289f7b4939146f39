"""The page: well-formed, safe, and complete in itself."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from kgbuild.resources import data_file
from kgbuild.show import explanation_page


@pytest.fixture
def page(explanation) -> str:
    return explanation_page(explanation)


def body(page: str) -> ElementTree.Element:
    """The body as XML: what is not escaped or closed does not parse."""
    return ElementTree.fromstring(page[page.index("<body>") : page.index("</html>")].replace("<br>", "<br/>"))


def test_the_text_is_whole_and_runs_nothing(page, explanation):
    assert "<script" not in page
    text = body(page).find(".//p[@class='text']")
    assert "".join(text.itertext()) == explanation.annotation.article.text


def test_nothing_is_fetched(page):
    assert not re.search(r"\b(?:src|srcset|action)=|href=\"(?!#)|url\(|@import|https?:", page)
    assert "default-src 'none'" in page


def test_the_page_reads_from_right_to_left(page):
    assert '<html lang="ar" dir="rtl">' in page


def test_control_characters_are_shown_as_such(page):
    assert "\x1b" not in page
    assert "وكالة\N{REPLACEMENT CHARACTER}[31m" in page


def test_an_event_tells_its_parts_how_sure_and_why(page):
    event = body(page).find(".//section[@id='event-1']")
    rows = [["".join(cell.itertext()) for cell in row] for row in event.iter("tr")]
    assert ["كلمة الحدث trigger", "قصف", "0.87", "lexicon «قصف»"] in rows
    assert ["الفاعل agent", "الجيش e1", "0.75", "role model"] in rows
    assert ["المكان place", 'مورك & ما حولها e"2', "", ""] in rows
    assert ["الزمن time", "2024-11-30 «السبت»", "", "time model"] in rows
    assert ["ينفي denies", "الجيش e1", "", ""] in rows


def test_a_trigger_leads_to_its_event(page):
    found = body(page)
    [link] = found.iter("a")
    assert link.text == "قصف"
    assert found.find(f".//section[@id='{link.get('href')[1:]}']") is not None


def test_every_mark_has_a_colour(page):
    style = data_file("show", "page.css").read_text(encoding="utf-8")
    kinds = {span.get("class") for span in body(page).find(".//ul[@class='legend']").iter("span")} - {None}
    assert len(kinds) == 7
    assert all(re.search(rf"^\.(?:\w+, \.)?{kind}\b", style, re.MULTILINE) for kind in kinds)


def luminance(colour: str) -> float:
    """Relative luminance as the accessibility guidelines of the web define it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_text_stands_out_from_every_ground():
    style = data_file("show", "page.css").read_text(encoding="utf-8")
    grounds = re.findall(r"background: (#[0-9a-f]{6})", style)
    assert len(grounds) == 6
    assert all((luminance(ground) + 0.05) / (luminance("#111111") + 0.05) > 12 for ground in grounds)
