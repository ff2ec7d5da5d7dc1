"""One module an output format; its name is the format's name."""
