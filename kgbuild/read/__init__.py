"""The read room: files to articles, and annotation files to annotations."""

from kgbuild.read.annotations import annotation_from_json, read_annotations
from kgbuild.read.articles import read_articles
from kgbuild.read.notices import Notice
from kgbuild.read.options import ReadOptions

__all__ = ["Notice", "ReadOptions", "annotation_from_json", "read_annotations", "read_articles"]
