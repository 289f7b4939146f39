"""The command line: one module a command, put together in :mod:`kgbuild.cli.main`.

Commands import the rooms that they need when they run, so that ``kgbuild --help`` answers at once.
"""
