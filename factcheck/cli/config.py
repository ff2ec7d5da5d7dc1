"""The project's own settings: `[tool.factcheck]` in the nearest pyproject.toml that has it."""

from pathlib import Path

from msgspec import Struct, ValidationError, convert

from factcheck.errors import FactcheckError

_TABLE = "[tool.factcheck]"


class _Settings(Struct, frozen=True, forbid_unknown_fields=True):
    rules: tuple[str, ...] = ()


def project_folders() -> tuple[Path, ...]:
    """The folders of rules that `rules = ["…"]` names, relative to its pyproject.toml.

    Raises FactcheckError for a file that is no TOML or holds another setting.
    """
    here = Path.cwd()
    for folder in (here, *here.parents):
        file = folder / "pyproject.toml"
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        if _TABLE in text:
            return tuple(folder / name for name in _settings(file, text).rules)
    return ()


def _settings(file: Path, text: str) -> _Settings:
    import tomllib  # most projects have no settings, and this is slow to import

    try:
        return convert(tomllib.loads(text)["tool"]["factcheck"], _Settings)
    except (tomllib.TOMLDecodeError, ValidationError, KeyError) as error:
        message = f'{_TABLE}: {error}: it takes rules = ["folder", …]'.replace("`", '"')
        raise FactcheckError(message, path=str(file)) from error
