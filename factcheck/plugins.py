"""The plugins of a package: modules that are found by their names, so that adding one touches no other file."""

from pathlib import Path
from types import ModuleType


def plugin_names(package: ModuleType) -> list[str]:
    """The names of a package's modules, sorted, without those that begin with an underscore."""
    # pkgutil would take as long to import as the plugins themselves.
    return sorted(file.stem for file in Path(package.__path__[0]).glob("[!_]*.py"))
