"""Checks by the calendar: claims of one source, or of two sources on one person, that no day and no counting allows.

These checks need no alignment. Their patterns are tight, so that the parts are clearly of one thing, and a check flags
only what no way of counting and no day that the source speaks of allows. Nothing is reported where the parts fit.
"""
