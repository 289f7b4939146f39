"""What was converted or left aside while an input was read, so that nothing changes silently."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about an input that was kept, but not exactly as it stands.

    Attributes:
        where: file, or file and line.
        reason: what was converted or ignored, and what would avoid it.
    """

    where: str
    reason: str
