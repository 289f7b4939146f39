"""Recognising what the text names: one module a kind of name, then one choice among the overlapping."""
