"""Styled words in lines and columns: as wide as they may be, with nothing lost, and beside what they belong to."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.report.styled import Column, Text, folded, grid, indented, styled

WORDS = st.text(alphabet="ab -/·…日\u0301👩\u200d\ufe0f\n", max_size=60)


def lines(text: Text, width: int) -> list[str]:
    return [line.words for line in folded(text, width)]


def test_lines_break_before_a_word_and_within_one_that_is_longer() -> None:
    assert lines(styled("one two three"), 9) == ["one two ", "three"]
    assert lines(styled("an unbreakable word"), 6) == ["an ", "unbrea", "kable ", "word"]
    assert lines(styled("日本語"), 5) == ["日本", "語"]
    assert lines(styled("one\n\ntwo"), 9) == ["one", "", "two"]


@given(WORDS, st.integers(2, 20))
def test_no_line_is_too_wide_and_only_white_space_is_lost(words: str, width: int) -> None:
    shown = lines(styled(words[:20], "bold").append(words[20:]), width)
    assert all(cell_len(line) <= width for line in shown)
    assert "".join("".join(shown).split()) == "".join(words.split())


def test_each_word_keeps_its_style_when_the_text_is_broken() -> None:
    text = styled("one ", "bold").append("two three", "dim").append(" four")
    assert [line.escaped() for line in folded(text, 8)] == [
        "\x1b[1mone \x1b[0m\x1b[2mtwo \x1b[0m",
        "\x1b[2mthree\x1b[0m ",
        "four",
    ]


def test_neighbours_of_one_style_share_its_escape_sequences() -> None:
    text = styled("a", "bold red").append("", "dim").append("b", "red bold").append("c", "red bold")
    assert text.escaped() == "\x1b[1;31ma\x1b[0m\x1b[1;31mbc\x1b[0m"


def test_cells_stand_beside_each_other_and_have_the_style_of_their_column() -> None:
    columns = (Column(3, right=True), Column(5, "dim"), Column(9))
    rows = [(styled("1"), styled("two words"), styled("x", "bold")), (styled("10"), Text(), styled("y"))]
    shown = list(grid(rows, columns, gap=1))
    assert [line.words.rstrip() for line in shown] == ["  1 two   x", "    words", " 10       y"]
    assert shown[1].escaped().rstrip() == "    \x1b[2mwords \x1b[0m"


def test_indented_lines_begin_further_to_the_right() -> None:
    assert [line.words for line in indented(folded(styled("one two"), 4), 2)] == ["  one ", "  two"]
