"""`python -m spasmlog`, and the command of the same name."""

from __future__ import annotations

import sys


def main() -> int:
    """Hand over to the program that runs, or else do what is asked."""
    from spasmlog.second_start import handed_over

    done = handed_over(sys.argv[1:])
    if done is not None:
        return done
    from spasmlog.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
