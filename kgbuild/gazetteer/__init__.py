"""A user's own gazetteer: places from Who's On First, GeoNames or a table, in one SQLite file beside the built-in ones.

It is made by :func:`import_places` and read by :class:`Gazetteer`, which asks the file for one name
at a time, so that millions of places cost no memory.
"""

from kgbuild.gazetteer.importing import ImportReport, import_places
from kgbuild.gazetteer.location import ENVIRONMENT, gazetteer_path
from kgbuild.gazetteer.lookup import Gazetteer

__all__ = ["ENVIRONMENT", "Gazetteer", "ImportReport", "gazetteer_path", "import_places"]
