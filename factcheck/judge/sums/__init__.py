"""Checks by arithmetic: totals against their parts, shares against their counts, changes against their two levels.

Like the checks of the calendar they need no alignment: their patterns are so tight that the words themselves say that
the figures belong together, and a check flags only what no rounding of any of them allows.
"""
