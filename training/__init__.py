"""Training of the learned parts on the gold annotations; not part of the package, needs the `training` extra."""
