"""The line icons, with their stroke in a colour of the theme, drawn once per colour and size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap, QPixmapCache

from spasmlog.paths import shipped
from spasmlog.ui.look import Look

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


def pixmap(name: str, look: Look, role: str = "text", size: int = 20, dpr: float = 1.0) -> QPixmap:
    """The icon `resources/icons/<name>.svg`; `size` in design pixels, grown by the text scale."""
    color, side = look.theme.role(role), look.px(size)
    key = f"icon/{name}/{color}/{side}/{dpr}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    drawn = _draw(name, color, side, dpr)
    QPixmapCache.insert(key, drawn)
    return drawn


def icon(name: str, look: Look, role: str = "text", size: int = 20) -> QIcon:
    """The same as a `QIcon`, sharp on the sharpest screen that there is."""
    # Imported here, as the SVG library below: the first paint draws pixmaps only.
    from PySide6.QtGui import QIcon

    app = QGuiApplication.instance()
    dpr = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return QIcon(pixmap(name, look, role, size, dpr))


def _draw(name: str, color: str, side: int, dpr: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    source = shipped("resources", "icons", f"{name}.svg").read_bytes()
    drawing = QSvgRenderer(QByteArray(source.replace(b"currentColor", color.encode())))
    picture = QPixmap(round(side * dpr), round(side * dpr))
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture
