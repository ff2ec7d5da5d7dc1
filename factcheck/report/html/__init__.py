"""The parts of the HTML report: what each shows is computed here, how it looks stands in `templates`."""
