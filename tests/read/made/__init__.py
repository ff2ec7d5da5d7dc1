"""One article written as a file of each format: `made(article)` in a module named after the format."""
