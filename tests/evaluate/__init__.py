"""Tests of the evaluate room."""
