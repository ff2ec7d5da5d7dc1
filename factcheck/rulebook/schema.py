"""What a rule file may say: its keys, the type of each, and the conversion of the strings that were written."""

import datetime
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from factcheck.model import Case, Change, Measure, Rule, Severity, Verdict
from factcheck.rulebook.document import DocumentError, Items, Mapping, Node, Scalar, parse
from factcheck.rulebook.problem import Problem, suggestion

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

RULE_KEYS = (
    "title",
    "description",
    "measure",
    "severity",
    "changes",
    "tolerance",
    "weight",
    "counted",
    "about",
    "conflict",
    "cases",
)
CASE_KEYS = ("a", "b", "verdict", "published_a", "published_b", "todo")
NOT_COMPARED = "none"


class RuleReader:
    """Reads one rule file and collects every problem that it has."""

    def __init__(self, path: str, rule_id: str, text: str) -> None:
        self._path = path
        self._id = rule_id
        self._lines = text.split("\n")
        self._text = text
        self.problems: list[Problem] = []

    def read(self) -> Rule | None:
        """The rule, or None where the file has problems."""
        try:
            root = parse(self._text)
        except DocumentError as error:
            self._report(error.message, error.line, error.column)
            return None
        if not self._id_is_valid(root) or (fields := self._fields(root, RULE_KEYS, "a rule")) is None:
            return None
        rule = self._rule(root, fields)
        return None if self.problems else rule

    def _rule(self, root: Node, fields: dict[str, Node]) -> Rule:
        def required(key: str, convert: Callable[[Node], T | None], otherwise: T) -> T:
            return self._required(root, fields, key, convert, otherwise)

        def optional(key: str, convert: Callable[[Node], T | None], otherwise: T) -> T:
            return self._optional(fields, key, convert, otherwise)

        return Rule(
            id=self._id,
            title=required("title", self._string, ""),
            description=required("description", self._string, ""),
            measure=required("measure", lambda n: self._member(n, Measure), Measure.COUNT),
            severity=required("severity", lambda n: self._member(n, Severity), Severity.WARNING),
            counted=optional("counted", self._words, ()),
            about=optional("about", self._words, ()),
            tolerance=optional("tolerance", self._fraction, 0.0),
            weight=optional("weight", self._bits, 0.0),
            changes=optional("changes", lambda n: self._member(n, Change), Change.FREELY),
            conflict=optional("conflict", self._string, ""),
            cases=optional("cases", self._cases, ()),
            path=self._path,
        )

    def _case(self, node: Node) -> Case | None:
        fields = self._fields(node, CASE_KEYS, "a case")
        if fields is None:
            return None
        return Case(
            a=self._required(node, fields, "a", self._string, ""),
            b=self._optional(fields, "b", self._string, None),
            verdict=self._verdict(node, fields),
            line=node.line,
            todo=self._optional(fields, "todo", self._boolean, False),
            published_a=self._optional(fields, "published_a", self._day, None),
            published_b=self._optional(fields, "published_b", self._day, None),
        )

    def _verdict(self, case: Node, fields: dict[str, Node]) -> Verdict | None:
        known = (*Verdict, NOT_COMPARED)
        word = self._required(case, fields, "verdict", lambda n: self._one_of(n, known), NOT_COMPARED)
        return None if word == NOT_COMPARED else Verdict(word)

    def _cases(self, node: Node) -> tuple[Case, ...]:
        cases = [self._case(item) for item in self._items(node, "cases")]
        return tuple(case for case in cases if case is not None)

    def _fields(self, node: Node, known: tuple[str, ...], what: str) -> dict[str, Node] | None:
        if not isinstance(node, Mapping):
            self._report(f'{what} is written as "key: value" lines', node.line, node.column)
            return None
        fields: dict[str, Node] = {}
        for key, value in node.pairs:
            if key.text not in known:
                hint = suggestion(key.text, known)
                self._report(f'unknown key "{key.text}" in {what}{hint}', key.line, key.column)
            elif key.text in fields:
                self._report(f'the key "{key.text}" stands here a second time; keep one', key.line, key.column)
            else:
                fields[key.text] = value
        return fields

    def _required(
        self, owner: Node, fields: dict[str, Node], key: str, convert: Callable[[Node], T | None], otherwise: T
    ) -> T:
        if key not in fields:
            self._report(f'the key "{key}" is missing; add "{key}: …"', owner.line, owner.column)
        return self._optional(fields, key, convert, otherwise)

    @staticmethod
    def _optional(fields: dict[str, Node], key: str, convert: Callable[[Node], T | None], otherwise: T) -> T:
        value = convert(fields[key]) if key in fields else None
        return otherwise if value is None else value

    def _string(self, node: Node) -> str | None:
        if isinstance(node, Scalar) and node.text.strip():
            return node.text.strip()
        self._report("a text is expected here", node.line, node.column)
        return None

    def _member(self, node: Node, members: type[E]) -> E | None:
        word = self._one_of(node, tuple(members))
        return None if word is None else members(word)

    def _one_of(self, node: Node, known: tuple[str, ...]) -> str | None:
        word = self._string(node)
        if word is None or word in known:
            return word
        self._report(f'"{word}" is not one of {", ".join(known)}{self._near(word, known)}', node.line, node.column)
        return None

    @staticmethod
    def _near(word: str, known: tuple[str, ...]) -> str:
        hint = suggestion(word, known)
        return hint if "did you mean" in hint else ""

    def _fraction(self, node: Node) -> float | None:
        text = node.text.strip() if isinstance(node, Scalar) else ""
        digits = text.removesuffix("%").strip()
        if digits.replace(".", "", 1).isdecimal() and len(digits) < 20:
            value = float(digits) / (100 if text.endswith("%") else 1)
            if value < 1:
                return value
        self._report("a share from 0 to below 1 is expected here, as 0.05 or 5%", node.line, node.column)
        return None

    def _bits(self, node: Node) -> float | None:
        text = node.text.strip() if isinstance(node, Scalar) else ""
        if text.isdecimal() and len(text) == 1:
            return float(text)
        self._report("a whole number of bits from 0 to 9 is expected here", node.line, node.column)
        return None

    def _boolean(self, node: Node) -> bool | None:
        text = node.text.strip() if isinstance(node, Scalar) else ""
        if text in {"true", "false"}:
            return text == "true"
        self._report("true or false is expected here", node.line, node.column)
        return None

    def _day(self, node: Node) -> datetime.date | None:
        text = node.text.strip() if isinstance(node, Scalar) else ""
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            self._report("a day that exists is expected here, as 2025-02-28", node.line, node.column)
            return None

    def _words(self, node: Node) -> tuple[str, ...]:
        words: list[str] = []
        for item in self._items(node, "words"):
            word = self._string(item)
            if word is None:
                continue
            if not all(c.isalpha() or c in "'’" for c in word) or word != word.lower():
                hint = "rules hold single words in lower case, not phrases or patterns"
                self._report(f'"{word}" is not a word; {hint}', item.line, item.column)
            elif word in words:
                self._report(f'"{word}" stands here a second time; keep one', item.line, item.column)
            words.append(word)
        return tuple(words)

    def _items(self, node: Node, what: str) -> tuple[Node, ...]:
        if isinstance(node, Items) and node.items:
            return node.items
        self._report(f'a list of {what} is expected here, each on a line that begins with "- "', node.line, node.column)
        return ()

    def _id_is_valid(self, root: Node) -> bool:
        if self._id and all(c.isascii() and (c.isalnum() or c == "-") for c in self._id) and self._id.islower():
            return True
        hint = 'name the file with lower-case letters, digits and "-", as in name-spelling.yaml'
        self._report(f'"{self._id}" cannot be the id of a rule; {hint}', root.line, root.column)
        return False

    def _report(self, message: str, line: int, column: int) -> None:
        excerpt = self._lines[line - 1].rstrip("\r") if line <= len(self._lines) else ""
        self.problems.append(Problem(self._path, line, column, message, excerpt))
