"""The evaluate room: annotations against gold annotations, and annotation files against their format."""

from kgbuild.evaluate.format import check
from kgbuild.evaluate.reliability import Reliability, reliability
from kgbuild.evaluate.report import PartScore, Report, TypeTally
from kgbuild.evaluate.score import score

__all__ = ["PartScore", "Reliability", "Report", "TypeTally", "check", "reliability", "score"]
