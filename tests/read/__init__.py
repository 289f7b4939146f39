"""Tests of the read room."""
