"""Markdown files: the words without the markup, one line a block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kgbuild.read.encoding import decode
from kgbuild.read.items import Found
from kgbuild.read.options import ReadOptions
from kgbuild.read.sources import Source
from kgbuild.read.text import item_from, split_front_matter, unread_notices
from kgbuild.read.whole import conversion_notice, read_bounded

# A break inside a paragraph is layout in Markdown, but would end a sentence in the text.
_INLINE = {"softbreak": " ", "hardbreak": "\n"}


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph or list item: its words, and whether it is a heading."""

    text: str
    heading: bool


def read_markdown(stream: IO[bytes], source: Source, options: ReadOptions) -> Iterator[Found]:
    """Yield the one item of a ``.md`` file.

    Markup is removed, since asterisks and addresses inside a sentence would break names
    apart, and evidence is quoted to readers. The first heading is the title where the
    front matter gives none, and is not repeated in the text.

    Raises:
        ReadError: the file is empty, too large, binary or badly encoded.
    """
    decoded = decode(read_bounded(stream, source.where, options.max_file_bytes), source.where)
    yield from conversion_notice(decoded, source.where)
    head = split_front_matter(decoded.text)
    yield from unread_notices(head, source.where)
    blocks = markdown_blocks(head.body)
    title = head.fields.get("title", "")
    if blocks and blocks[0].heading and title in ("", blocks[0].text):
        title = blocks.pop(0).text
    yield item_from(head, source, text="\n".join(block.text for block in blocks), title=title)


def markdown_blocks(text: str) -> list[Block]:
    """Return the blocks of a CommonMark text that hold words, in order, without markup, images and raw HTML."""
    tokens = MarkdownIt("commonmark").parse(text)
    blocks = [
        Block(_words(token), tokens[place - 1].type == "heading_open")
        for place, token in enumerate(tokens)
        if token.type in ("inline", "code_block", "fence")
    ]
    return [block for block in blocks if block.text]


def _words(token: Token) -> str:
    if token.children is None:
        return token.content.strip()
    parts = (
        _INLINE.get(child.type, "" if child.type in ("image", "html_inline") else child.content)
        for child in token.children
    )
    return "".join(parts).strip()
