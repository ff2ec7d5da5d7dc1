"""factcheck: a diff for facts."""
