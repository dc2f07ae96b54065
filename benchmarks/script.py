"""What anybody would write who needs the documents and no more: docxtpl for DOCX, WeasyPrint for PDF, nothing tagged.

`python -m benchmarks.script TEXTS.json TEMPLATE.docx FOLDER`: every sentence is given to it. A line is a list of
`[words, note]`, the note empty where there is none.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import jinja2
from weasyprint import HTML  # noqa: TID253

Line = list[tuple[str, str]]

_PAGE = """<!DOCTYPE html><html lang="{{ lang }}"><style>
@page { size: A4; margin: 20mm 10mm 20mm 30mm; @bottom-center { content: counter(page) " / " counter(pages) } }
body { font: 12pt "Liberation Serif"; margin: 0 }
p { margin: 0 0 6pt; text-align: justify }
table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 10pt }
td { border: .5pt solid #404040; padding: 2.4pt 1.5mm; vertical-align: top; overflow-wrap: anywhere }
.note { float: footnote; font-size: 10pt }
</style>
{%- macro line(pieces) %}{% for words, note in pieces %}{{ words }}
{%- if note %}<span class="note">{{ note }}</span>{% endif %}{% endfor %}{% endmacro %}
{% for block in blocks %}
{%- if block.level %}<h{{ block.level }}>{{ line(block.line) }}</h{{ block.level }}>
{%- elif block.rows %}<table>{% for row in block.rows %}<tr>
{%- for cell in row.cells %}<td>{{ line(cell) }}</td>{% endfor %}</tr>{% endfor %}</table>
{%- else %}<p>{{ line(block.line) }}</p>{% endif %}
{% endfor %}</html>"""


def main(texts: str, template: str, folder: str) -> None:
    from docxtpl import DocxTemplate  # the rest is of use without it

    page = jinja2.Environment(autoescape=True).from_string(_PAGE)
    for name, document in json.loads(Path(texts).read_text("utf-8")).items():
        HTML(string=page.render(document)).write_pdf(Path(folder, f"{name}.pdf"))
        filled = DocxTemplate(template)
        filled.render(_numbered(document["blocks"]), autoescape=True)
        filled.save(Path(folder, f"{name}.docx"))


def _numbered(blocks: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The blocks with notes as numbers, and the notes, which such a template can print only at the end."""
    notes: list[str] = []

    def line(pieces: Line) -> str:
        return "".join(_called(pieces, notes))

    shown = [
        {
            "level": block["level"],
            "text": line(block["line"]),
            "rows": [{"cells": [line(cell) for cell in row["cells"]]} for row in block["rows"]],
        }
        for block in blocks
    ]
    return {"blocks": shown, "notes": notes}


def _called(pieces: Line, notes: list[str]) -> Iterator[str]:
    for words, note in pieces:
        yield words
        if note:
            notes.append(note)
            yield f" [{len(notes)}]"


if __name__ == "__main__":
    main(*sys.argv[1:])
