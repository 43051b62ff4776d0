"""A finished PDF behind a passphrase, and its pages; the only file that knows pikepdf."""

from __future__ import annotations

import io
import unicodedata

from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _

_SHORT = 12
_LONGEST_BYTES = 127
"""What the key of an encrypted PDF is made from; readers leave the rest of a passphrase aside."""


def locked(pdf: bytes, passphrase: str) -> bytes:
    """The same pages, encrypted with AES-256 and all that is told about them too.

    Whoever opens it may read it aloud, copy and print it. Two copies are never alike. Raises
    `InvalidEntry` for a passphrase that programs would not read alike.
    """
    import pikepdf

    secret = _checked(passphrase)
    made = io.BytesIO()
    allowed = pikepdf.Permissions(accessibility=True, extract=True)
    how = pikepdf.Encryption(owner=secret, user=secret, R=6, aes=True, metadata=True, allow=allowed)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        file.save(made, encryption=how)
    return made.getvalue()


def doubt_about(passphrase: str) -> str:
    """What speaks against a passphrase, in one sentence; nothing where nothing does.

    What `locked` refuses is among it; the rest are weaknesses that a person may accept.
    """
    return _refusal(passphrase) or _weakness(passphrase)


def page_alone(pdf: bytes, at: int, width: float, height: float) -> bytes:
    """One page of a PDF, as wide and high in points as asked for: cut, or widened by its margin."""
    import pikepdf

    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file, pikepdf.new() as alone:
        alone.pages.append(file.pages[at])
        (page,) = alone.pages
        left, _bottom, _right, top = (float(each) for each in page.mediabox)
        page.mediabox = page.cropbox = pikepdf.Array([left, top - height, left + width, top])
        alone.save(made)
    return made.getvalue()


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """The width and height of each page, in points."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as file:
        boxes = [[float(each) for each in page.mediabox] for page in file.pages]
    return tuple((right - left, top - bottom) for left, bottom, right, top in boxes)


def _checked(passphrase: str) -> str:
    if refusal := _refusal(passphrase):
        raise InvalidEntry(refusal, _("Choose another passphrase."))
    return unicodedata.normalize("NFC", passphrase)


def _refusal(passphrase: str) -> str:
    plain = unicodedata.normalize("NFC", passphrase)
    if not plain.strip():
        return _("Without a passphrase anyone who has the file can read it.")
    if any(unicodedata.category(each) in ("Cc", "Cs", "Cn", "Co") for each in plain):
        return _("The passphrase holds a sign that cannot be typed everywhere.")
    if unicodedata.normalize("NFKC", plain) != plain:
        return _("The passphrase holds a sign that other programs may read differently.")
    if len(plain.encode()) > _LONGEST_BYTES:
        return _("The passphrase is longer than other programs can read.")
    return ""


def _weakness(passphrase: str) -> str:
    if len(passphrase) < _SHORT or len(set(passphrase)) < _SHORT // 2:
        return _("This passphrase can be guessed in a short time. Four unrelated words are harder.")
    return ""
