"""Rules kept from an earlier run are those of the files as they are now, or they are parsed again."""

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.rulebook import loader
from factcheck.rulebook.loader import load_rules

RULE = "title: {title}\ndescription: d\nmeasure: count\nseverity: note\ncounted: [zebra]\n"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "zebras.yaml").write_text(RULE.format(title="Zebras"), encoding="utf-8")
    return folder


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    (tmp_path / "cache").mkdir()
    return tmp_path / "cache" / "rules"


def _not_parsed(*_: object) -> None:
    raise AssertionError("parsed though the rules were kept")


def test_kept_rules_are_those_that_were_parsed(rules, kept, monkeypatch) -> None:
    parsed = load_rules([rules], kept=kept)
    monkeypatch.setattr(loader, "_parsed", _not_parsed)
    assert load_rules([rules], kept=kept) == parsed
    assert load_rules([rules], kept=kept).hash == parsed.hash
    with pytest.raises(AssertionError, match="parsed though"):
        load_rules(kept=kept)


def test_a_changed_rule_is_parsed_again(rules, kept) -> None:
    load_rules([rules], kept=kept)
    (rules / "zebras.yaml").write_text(RULE.format(title="Horses"), encoding="utf-8")
    assert load_rules([rules], kept=kept).get("zebras").title == "Horses"
    (rules / "zebras.yaml").rename(rules / "horses.yaml")
    assert "zebras" not in load_rules([rules], kept=kept).ids


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: data[:0], lambda data: data.replace(b"Zeb", b"Deb")]
)
def test_a_damaged_file_of_kept_rules_is_made_anew(rules, kept, damage) -> None:
    parsed = load_rules([rules], kept=kept)
    good = kept.read_bytes()
    kept.write_bytes(damage(good))
    assert load_rules([rules], kept=kept) == parsed
    assert kept.read_bytes() == good


def test_rules_are_kept_nowhere_but_in_a_folder_that_is_there(rules, tmp_path) -> None:
    missing, link = tmp_path / "none" / "rules", tmp_path / "link"
    link.symlink_to(tmp_path / "elsewhere")
    for place in (missing, link, tmp_path):
        assert "zebras" in load_rules([rules], kept=place).ids
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "rules"]


def test_a_faulty_rule_is_told_as_ever(rules, kept) -> None:
    (rules / "faulty.yaml").write_text("title: only\n", encoding="utf-8")
    with pytest.raises(FactcheckError, match=r"faulty\.yaml:1:1"):
        load_rules([rules], kept=kept)
    (rules / "faulty.yaml").unlink()
    (rules / "folder.yaml").mkdir()
    with pytest.raises(FactcheckError, match=r"folder\.yaml:1:1: cannot be read"):
        load_rules([rules], kept=kept)
    assert not kept.exists()


def test_kept_rules_need_no_yaml(rules, kept) -> None:
    load_rules([rules], kept=kept)
    code = (
        "import sys; from pathlib import Path; from factcheck.rulebook import load_rules; "
        f"load_rules([Path({str(rules)!r})], kept=Path({str(kept)!r})); print('yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
