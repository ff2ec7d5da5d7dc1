"""The store: claims of sources that were read before, so that a check of new ones need not read all again.

A cache that can be thrown away at any time. `database` creates and opens it, `contents` reads and writes it, `corpus`
answers what alignment asks of all sources, `update` brings it up to date with the files, and `session` does all that
for one run and stands in where the store cannot be used.
"""

from factcheck.store.contents import Contents
from factcheck.store.corpus import CorpusInStore
from factcheck.store.database import StoreDamagedError
from factcheck.store.session import used

__all__ = ["Contents", "CorpusInStore", "StoreDamagedError", "used"]
