"""Runs a command again whenever what it reads changes."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from factcheck.cli.config import project
from factcheck.cli.messages import print_error, print_note
from factcheck.cli.options import sources
from factcheck.cli.settling import decisions_file
from factcheck.errors import FactcheckError
from factcheck.read import STANDARD_INPUT, reader_for

_RULES = (".yaml", ".yml")
_TICK_MILLISECONDS = 100


class Watched(Struct, frozen=True):
    """What a run reads, in real paths: `files` by name, of `folders` what has a reader, of `rules` the rule files.

    `written` are the files that it writes itself, which may stand among them.
    """

    files: frozenset[str]
    folders: tuple[str, ...]
    rules: tuple[str, ...]
    written: frozenset[str]

    def places(self) -> frozenset[str]:
        """The folders to look at, each by itself: those of the files, and all below the folders but hidden ones."""
        found = {str(Path(file).parent) for file in self.files}
        for folder in (*self.folders, *self.rules):
            for place, below, _ in os.walk(folder):
                below[:] = [name for name in below if not name.startswith(".")]
                found.add(place)
        return frozenset(place for place in found if Path(place).is_dir())

    def concerns(self, changed: str, *, folder: bool) -> bool:
        """Whether a change of that file may change the result, or of a folder of files, if it has come or gone."""
        path = Path(os.path.realpath(changed))
        if str(path) in self.files:
            return True
        if str(path) in self.written or path.name.startswith("."):
            return False
        suffix = path.suffix.lower()
        sources = self.folders if folder or reader_for(path) else ()
        rules = self.rules if folder or suffix in _RULES else ()
        return any(path.is_relative_to(place) for place in (*sources, *rules))


def watched(
    paths: Sequence[str] | None,
    rules: Sequence[Path] | None,
    config: Path | None,
    baseline: Path | None,
    written: Iterable[Path | None],
) -> Watched:
    """What an audit with these arguments reads. Raises FactcheckError for wrong settings or paths."""
    where = project(config)
    given = sources(paths, where)
    if STANDARD_INPUT in given:
        raise FactcheckError("--watch: standard input is read once only: name files or folders")
    if missing := [path for path in given if not Path(path).exists()]:
        raise FactcheckError("no such file or folder: check the path", path=missing[0])
    settings = (config or where.root / "pyproject.toml", decisions_file(where), baseline or where.baseline)
    return Watched(
        files=_real([*(path for path in given if not Path(path).is_dir()), *filter(None, settings)]),
        folders=tuple(sorted(_real(path for path in given if Path(path).is_dir()))),
        rules=tuple(sorted(_real(where.rule_folders(rules)))),
        written=_real(path for path in written if path is not None),
    )


def repeat(run: Callable[[], int], find: Callable[[], Watched], *, quiet: bool) -> int:
    """Runs a command, and again after each change of what `find` says it reads; ends with 0 on Ctrl-C.

    What a run finds wrong is told, and mending it is a change. Raises FactcheckError if nothing can be watched.
    """
    watching = find()
    try:
        while True:
            _until_changed(run, watching, quiet)
            watching = _found_again(find, watching)
    except KeyboardInterrupt:
        return 0


def _until_changed(run: Callable[[], int], watching: Watched, quiet: bool) -> None:
    from watchfiles import Change, watch

    places = watching.places()

    def concerns(change: Change, path: str) -> bool:
        come = change is Change.added and Path(path).is_dir()
        return watching.concerns(path, folder=come or (change is Change.deleted and path in places))

    if not places:
        raise FactcheckError("--watch: there is no folder to look at: check the paths")
    started = False
    # It runs once the watch has begun, so that no change falls between the two.
    for changes in watch(
        *sorted(places), watch_filter=concerns, recursive=False, rust_timeout=_TICK_MILLISECONDS, yield_on_timeout=True
    ):
        if started and changes:
            return
        if not started:
            started = True
            _run_once(run)
            if not quiet:
                print_note("waiting for a change; Ctrl-C ends")


def _run_once(run: Callable[[], int]) -> None:
    try:
        run()
    except FactcheckError as error:
        print_error(str(error))


def _found_again(find: Callable[[], Watched], before: Watched) -> Watched:
    """What is to be watched now; as before where the settings are wrong, which the next run tells."""
    try:
        return find()
    except FactcheckError:
        return before


def _real(paths: Iterable[str | Path]) -> frozenset[str]:
    return frozenset(os.path.realpath(path) for path in paths)
