"""`python -m spasmlog`."""

from __future__ import annotations

import sys

from spasmlog.cli import main

if __name__ == "__main__":
    sys.exit(main())
