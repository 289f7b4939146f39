"""The evaluate room: annotations against gold, merged events and links against keys, files against their format."""

from kgbuild.evaluate.clusters import ClusterScore, b_cubed
from kgbuild.evaluate.format import check
from kgbuild.evaluate.links import LinkReport, LinkScore, score_links
from kgbuild.evaluate.reliability import Reliability, reliability
from kgbuild.evaluate.report import PartScore, Report, TypeTally
from kgbuild.evaluate.score import score

__all__ = [
    "ClusterScore",
    "LinkReport",
    "LinkScore",
    "PartScore",
    "Reliability",
    "Report",
    "TypeTally",
    "b_cubed",
    "check",
    "reliability",
    "score",
    "score_links",
]
