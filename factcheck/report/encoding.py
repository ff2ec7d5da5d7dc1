"""Records to JSON text that is safe to print."""

from msgspec.json import encode, format

from factcheck.report.plain import plain_json, without_surrogates


def json_text(record: object, *, indent: int = 0) -> str:
    """The record as JSON, on one line or indented, without a newline at the end."""
    try:
        encoded = encode(record)
    except UnicodeEncodeError:
        encoded = encode(_cleaned(record))
    if indent:
        encoded = format(encoded, indent=indent)
    return plain_json(encoded.decode())


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return without_surrogates(str(value))
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    return value
