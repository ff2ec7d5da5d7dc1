"""The text of a part in WordprocessingML, as a reader sees it once all tracked changes are accepted."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from factcheck.read.document import Limits
from factcheck.read.docx.package import Package
from factcheck.read.docx.paragraphs import Flow, OpenParagraph, Paragraph, Row
from factcheck.read.docx.symbols import symbol
from factcheck.read.docx.xml import Handlers, is_on, stream
from factcheck.read.loading import too_large
from factcheck.read.raised import BEFORE, written_out

_Attributes = Mapping[str, str]

_DELETIONS = frozenset({"w:del", "w:moveFrom"})
# Deleted text, codes of fields, and the small print over the characters of a ruby.
_LEFT_OUT = frozenset({"w:delText", "w:instrText", "w:delInstrText", "w:rt"})
_TEXT = frozenset({"w:t", "m:t"})
_SIGNS = {"w:tab": " ", "w:ptab": " ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_NOTES = {"w:footnoteReference": "w:footnote", "w:endnoteReference": "w:endnote"}


class Styles(Struct, frozen=True):
    """Of the styles: `names`, in lower case, of their ids, and the ids of those whose text is hidden."""

    names: Mapping[str, str]
    hidden: frozenset[str]

    def name(self, style: str) -> str:
        """The name of a style; its id where the document does not name it, as programs that write little do."""
        return self.names.get(style, style.lower())


class Note(Struct, frozen=True):
    """A reference to a foot- or endnote: `kind` is the element that holds the note."""

    kind: str
    id: str


class Story:
    """Reads parts one after the other. `notes` are the references met so far, `by_note` the paragraphs of notes."""

    def __init__(self, package: Package, styles: Styles, limits: Limits) -> None:
        self._package = package
        self._styles = styles
        self._limits = limits
        self._taken = 0
        self.notes: dict[Note, None] = {}
        self.by_note: dict[Note, list[Paragraph]] = {}
        self.changes_accepted = False
        self._start_state()
        self._starts = self._start_handlers()
        self._ends: dict[str, Callable[[], None]] = {
            "w:p": self._end_paragraph,
            "w:r": self._end_run,
            "w:tc": self._end_cell,
            "w:tr": self._end_row,
            "w:txbxContent": self._end_box,
            "w:footnote": self._end_note,
            "w:endnote": self._end_note,
            "w:sdt": self._end_control,
            "mc:AlternateContent": self._end_alternatives,
        }

    def paragraphs(self, part: str) -> list[Paragraph]:
        """The paragraphs of a part, those of its notes apart.

        Raises FactcheckError as stream() does, and for more text than the limits allow.
        """
        self._start_state()
        stream(self._package, part, Handlers(self._start, self._end, self._text))
        return self._flows[0].finished()

    def _start_state(self) -> None:
        self._path: list[str] = []
        self._skipped_depth = 0
        self._flows = [Flow()]
        self._open: list[OpenParagraph] = []
        self._rows: list[Row] = []
        self._runs_hidden: list[bool] = []
        self._raised: list[bool] = []
        self._placeholders: list[bool] = []
        self._alternatives: list[int] = []
        self._open_notes: list[Note] = []

    def _start_handlers(self) -> dict[str, Callable[[_Attributes], None]]:
        return {
            "w:p": lambda _: self._open.append(OpenParagraph()),
            "w:r": lambda _: self._start_run(),
            "w:tc": lambda _: self._flows.append(Flow()),
            "w:tr": lambda _: self._rows.append(Row()),
            "w:txbxContent": lambda _: self._flows.append(Flow()),
            "w:footnote": lambda attributes: self._start_note("w:footnote", attributes),
            "w:endnote": lambda attributes: self._start_note("w:endnote", attributes),
            "w:sdt": lambda _: self._placeholders.append(False),
            "w:showingPlcHdr": self._placeholder,
            "mc:AlternateContent": lambda _: self._alternatives.append(self._taken),
            "w:pStyle": self._paragraph_style,
            "w:rStyle": self._run_style,
            "w:vanish": self._vanish,
            "w:vertAlign": self._align,
            "w:fldChar": self._field_sign,
            "w:footnoteReference": lambda attributes: self._refer("w:footnoteReference", attributes),
            "w:endnoteReference": lambda attributes: self._refer("w:endnoteReference", attributes),
            "w:sym": lambda attributes: self._take(symbol(attributes)),
            "w:cellDel": lambda _: self._delete_cell(),
        }

    def _start(self, name: str, attributes: _Attributes) -> None:
        if self._skipped_depth or self._is_left_out(name):
            self._skipped_depth += 1
            return
        self._path.append(name)
        if name in _SIGNS:
            # In the properties of a paragraph a tab is a place to stop at.
            if self._path[-2:-1] == ["w:r"]:
                self._take(_SIGNS[name])
        elif begin := self._starts.get(name):
            begin(attributes)

    def _end(self, name: str) -> None:
        if self._skipped_depth:
            self._skipped_depth -= 1
            return
        self._path.pop()
        if finish := self._ends.get(name):
            finish()

    def _text(self, text: str) -> None:
        if not self._skipped_depth and self._path and self._path[-1] in _TEXT:
            self._take(text)

    def _is_left_out(self, name: str) -> bool:
        if name in _DELETIONS:
            return self._deletion()
        if name in {"mc:Choice", "mc:Fallback"}:
            # One thing in two ways: the second only where the first had no text.
            return bool(self._alternatives) and self._taken > self._alternatives[-1]
        if name == "w:sdtContent":
            return bool(self._placeholders) and self._placeholders[-1]
        # Old properties stand in elements like w:rPrChange.
        return name in _LEFT_OUT or name.endswith("Change")

    def _deletion(self) -> bool:
        """Notes a deleted paragraph mark or row; anything else that is deleted is left out with all in it."""
        self.changes_accepted = True
        if self._path[-2:] == ["w:pPr", "w:rPr"] and self._open:
            self._open[-1].mark_deleted = True
        elif self._path[-1:] == ["w:trPr"] and self._rows:
            self._rows[-1].deleted = True
        return True

    def _take(self, text: str) -> None:
        if not self._open or (self._runs_hidden and self._runs_hidden[-1]):
            return
        paragraph = self._open[-1]
        if not all(paragraph.fields):
            return
        if self._raised and self._raised[-1]:
            text = written_out(text, "".join(paragraph.parts[-BEFORE:]))
        self._taken += len(text)
        if self._taken > self._limits.text:
            raise too_large(self._package.path, self._taken, self._limits)
        paragraph.parts.append(text)

    def _end_paragraph(self) -> None:
        self._flows[-1].close(self._open.pop())

    def _start_run(self) -> None:
        style = self._open[-1].style if self._open else ""
        # A text box in a hidden run is hidden with it.
        outer = bool(self._runs_hidden) and self._runs_hidden[-1]
        self._runs_hidden.append(outer or style in self._styles.hidden)
        self._raised.append(False)

    def _end_run(self) -> None:
        self._runs_hidden.pop()
        self._raised.pop()

    def _end_cell(self) -> None:
        paragraphs = self._flows.pop().finished()
        if not self._rows:
            self._flows[-1].paragraphs += paragraphs
        elif not self._rows[-1].cell_deleted:
            self._rows[-1].cells.append(paragraphs)
        if self._rows:
            self._rows[-1].cell_deleted = False

    def _delete_cell(self) -> None:
        self.changes_accepted = True
        if self._rows:
            self._rows[-1].cell_deleted = True

    def _end_row(self) -> None:
        row = self._rows.pop()
        if not row.deleted:
            self._flows[-1].paragraphs += row.paragraphs()

    def _end_box(self) -> None:
        paragraphs = self._flows.pop().finished()
        (self._open[-1].boxes if self._open else self._flows[-1].paragraphs).extend(paragraphs)

    def _start_note(self, kind: str, attributes: _Attributes) -> None:
        self._open_notes.append(Note(kind, attributes.get("w:id", "")))
        self._flows.append(Flow())

    def _end_note(self) -> None:
        self.by_note[self._open_notes.pop()] = self._flows.pop().finished()

    def _refer(self, name: str, attributes: _Attributes) -> None:
        self.notes[Note(_NOTES[name], attributes.get("w:id", ""))] = None

    def _placeholder(self, attributes: _Attributes) -> None:
        if self._placeholders:
            self._placeholders[-1] = is_on(attributes)

    def _end_control(self) -> None:
        self._placeholders.pop()

    def _end_alternatives(self) -> None:
        self._alternatives.pop()

    def _paragraph_style(self, attributes: _Attributes) -> None:
        if self._open:
            self._open[-1].style = attributes.get("w:val", "")

    def _run_style(self, attributes: _Attributes) -> None:
        if self._runs_hidden and attributes.get("w:val") in self._styles.hidden:
            self._runs_hidden[-1] = True

    def _vanish(self, attributes: _Attributes) -> None:
        # In the properties of a paragraph it hides the mark at its end only.
        if self._path[-3:-1] == ["w:r", "w:rPr"]:
            self._runs_hidden[-1] = is_on(attributes)

    def _align(self, attributes: _Attributes) -> None:
        if self._path[-3:-1] == ["w:r", "w:rPr"]:
            self._raised[-1] = attributes.get("w:val") == "superscript"

    def _field_sign(self, attributes: _Attributes) -> None:
        if not self._open:
            return
        fields = self._open[-1].fields
        match attributes.get("w:fldCharType"):
            case "begin":
                fields.append(False)
            case "separate" if fields:
                fields[-1] = True
            case "end" if fields:
                fields.pop()
