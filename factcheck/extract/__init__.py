"""Finds the mentions of a source: one tokenisation, then one extractor a kind, each seeing the spans already taken."""

from factcheck.extract.found import Found
from factcheck.tokens import Tokens, tokenize

__all__ = ["Found", "Tokens", "tokenize"]
