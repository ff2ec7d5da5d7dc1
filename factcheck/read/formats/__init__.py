"""The formats that can be read: one module a format, found by its name, with the SUFFIXES it takes and `read`."""
