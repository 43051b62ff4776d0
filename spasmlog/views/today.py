"""What the Today page shows."""

from __future__ import annotations

from spasmlog.views.running import DockState, dock_state

__all__ = ["DockState", "dock_state"]
