"""What a comparison ladder yields: (attribute, level) for every attribute compared."""

Levels = tuple[tuple[str, str], ...]
