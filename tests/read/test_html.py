"""Web pages: body without furniture, dates only where the page declares them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kgbuild.read import Notice
from kgbuild.records import Article, Skipped

Read = Callable[..., list[Article | Skipped | Notice]]
BODY = "سيطرت الفصائل، السبت، على بلدة مورك في ريف حماة الشمالي، ونفت وزارة الدفاع ذلك."
LD = '<script type="application/ld+json">{}</script>'


def page(head: str = "", article: str = "", charset: str = "utf-8") -> str:
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="{charset}"><title>مورك - وكالة</title>
    <meta property="og:title" content="مورك"><meta property="og:site_name" content="وكالة">{head}</head>
    <body><nav><a href="/">الرئيسية</a></nav>
    <article><h1>مورك</h1>{article}<p>{BODY}</p><p>وقُتل أربعة مدنيين.</p></article>
    <aside>اقرأ أيضا: <time datetime="2001-01-01">قديم</time> خبر آخر</aside>
    <footer>جميع الحقوق محفوظة 2016</footer></body></html>"""


def read_page(tmp_path: Path, read: Read, content: bytes) -> tuple[Article, list[Notice]]:
    (tmp_path / "a.html").write_bytes(content)
    found = read(tmp_path / "a.html")
    [article] = [item for item in found if isinstance(item, Article)]
    return article, [item for item in found if isinstance(item, Notice)]


def test_body_title_and_site(tmp_path: Path, read: Read) -> None:
    head = '<link rel="canonical" href="https://news.example/ar/2024/11/30/morek">'
    article, notices = read_page(tmp_path, read, page(head).encode())
    url = "https://news.example/ar/2024/11/30/morek"
    assert article == Article("a", f"{BODY}\nوقُتل أربعة مدنيين.", "مورك", "2024-11-30", "وكالة", url)
    assert notices == []


@pytest.mark.parametrize(
    ("head", "article", "date"),
    [
        ('<meta property="article:published_time" content="2024-11-30T23:30:00+03:00">', "", "2024-11-30"),
        ('<meta name="date" content="2024-11-30">', "", "2024-11-30"),
        (LD.format('{"@type": "NewsArticle", "datePublished": "2024-11-30T10:00:00Z"}'), "", "2024-11-30"),
        (LD.format('{"@graph": [{"@type": "WebPage"}, {"datePublished": "2024-11-30"}]}'), "", "2024-11-30"),
        ("", '<time datetime="2024-11-30T10:00">السبت</time>', "2024-11-30"),
        (LD.format("{broken"), "", None),
        (LD.format('{"mentions": {"datePublished": "2001-01-01"}}'), "", None),
        ('<meta property="article:modified_time" content="2024-12-05">', "", None),
        ("", "<time>السبت 2 نيسان 2016</time>", None),
        ("", '<time datetime="2024-11-30">السبت</time><time datetime="2024-12-01">الأحد</time>', None),
        ("", "<p>نُشر في 02/04/2016</p>", None),
        ('<link rel="canonical" href="https://news.example/2024/13/45/x">', "", None),
    ],
)
def test_only_declared_dates_count(tmp_path: Path, read: Read, head: str, article: str, date: str | None) -> None:
    found, notices = read_page(tmp_path, read, page(head, article).encode())
    assert found.date == date
    assert notices == []


def test_a_declared_date_in_words_is_announced(tmp_path: Path, read: Read) -> None:
    head = '<meta property="article:published_time" content="السبت 2 نيسان 2016">'
    article, [notice] = read_page(tmp_path, read, page(head).encode())
    assert article.date is None
    assert "السبت 2 نيسان 2016" in notice.reason


@pytest.mark.parametrize("declared", ["windows-1256", "utf-8", "no-such-charset"])
def test_a_page_in_windows_1256_is_converted(tmp_path: Path, read: Read, declared: str) -> None:
    article, [notice] = read_page(tmp_path, read, page(charset=declared).encode("cp1256"))
    assert article.text.startswith(BODY)
    assert notice.reason == "converted from cp1256 to UTF-8"
