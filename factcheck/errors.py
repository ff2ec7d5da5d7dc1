"""The errors a user can cause; each names the file, the line where there is one, and the cure."""


class FactcheckError(Exception):
    """Wrong input of any kind. `str(error)` is one message fit for a user: place, what is wrong, what to do."""

    def __init__(
        self, message: str, *, path: str | None = None, line: int | None = None, column: int | None = None
    ) -> None:
        place = ":".join(str(part) for part in (path, line, column) if part is not None)
        super().__init__(f"{place}: {message}" if place else message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
