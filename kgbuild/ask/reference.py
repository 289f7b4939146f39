"""The page that lists the questions, written from their headers."""

from __future__ import annotations

from collections.abc import Iterable

from kgbuild.ask.question import Audience, Parameter, Question

_INTRODUCTION = """\
# Questions

<!-- Written by kgbuild.ask.reference from the headers of queries/*.rq; do not edit by hand. -->

Each question is a file of `queries/`: plain SPARQL 1.1 that runs as it stands on Oxigraph, rdflib or an
endpoint, over the union of all graphs. Its parameters are the lines `VALUES ?name { UNDEF }`. Left so, the
query is unrestricted; filled in, it answers for that value:

- **actor, place, operation, entity**: a name, in any spelling («حماه» is «حماة», «ادلب» is «إدلب», with or without
  «ال»), by any label of the graph or, failing that, any wording of the documents; or an IRI. A name that several
  entities bear stands for all of them; a name that none bears is refused, with the closest names.
- **event-type**: the English name of a class of events, such as `Seizure`.
- **date**: a day, month or year (`2024-11-30`, `2024-11`, `2024`). An event known only by month or year is within a
  period that touches that month or year.
- **integer**, **text**, **iri**: what they say. Text is compared exactly.
- **value**: a parameter of your own file whose header does not tell its type. `http://…`, `https://…`, `urn:…` and
  `<…>` are IRIs, `12` an integer, `1.5` a decimal, `2024-11-30` and `2024-11` dates; all else is a plain text
  (compare it with `STR(?label)`, as labels carry a language).

In the answers several agents, targets, places or sources of one event stand in one cell, joined by «، ». In
`asserted_by`, `denied_by` and `source` the article itself appears by its publisher. `evidence` is the IRI of the
sentence, `event_iri` that of the event. Every question but the counts, networks and lists of documents gives
the sentence and its document (`headline`, `published`, `publisher`, `url`).
"""


def reference_page(questions: Iterable[Question]) -> str:
    """Return the Markdown page of ``questions``, by audience and name; questions of no audience are left out."""
    ordered = sorted(questions, key=lambda question: question.name)
    parts = [_INTRODUCTION]
    for audience in Audience:
        members = [question for question in ordered if question.audience is audience]
        if members:
            parts += [f"## {audience.heading}\n", *(_section(question) for question in members)]
    return "\n".join(parts)


def _section(question: Question) -> str:
    lines = [f"### {question.name}", "", f"**{question.title} · {question.title_ar}**", ""]
    lines += [question.question, "", f'<p dir="rtl">{question.question_ar}</p>', ""]
    if question.parameters:
        lines += ["| parameter | type | needed | meaning |", "| --- | --- | --- | --- |"]
        lines += [_row(parameter) for parameter in question.parameters]
        lines.append("")
    lines += [f"Columns: {', '.join(f'`{column}`' for column in question.columns)}", ""]
    return "\n".join(lines)


def _row(parameter: Parameter) -> str:
    needed = "yes" if parameter.required else f"no, else `{parameter.default}`" if parameter.default else "no"
    return f"| `{parameter.name}` | {parameter.type} | {needed} | {parameter.description} |"
