"""Draw the kept pages anew: `python -m tests.report.golden.make`. Look at each that changed."""

from __future__ import annotations

import os

from PIL import Image

from tests.report.golden.pages import CHOICES, FOLDER, SHADES, kept, pictures, report_of

if __name__ == "__main__":
    os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="en")
    for choice in CHOICES:
        for path in kept(choice):
            path.unlink()
        for number, picture in enumerate(pictures(*report_of(choice)), 1):
            shades = picture.quantize(SHADES, dither=Image.Dither.NONE)
            shades.save(FOLDER / f"{choice}-{number}.png", optimize=True)
