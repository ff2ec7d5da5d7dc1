"""Saved web pages: the text of the article without what a page puts around it, and what the page states of it."""
