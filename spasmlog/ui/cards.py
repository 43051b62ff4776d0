"""What a page is made of: cards, tags of urgency, and what stands where there is nothing yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from spasmlog.i18n import N_, _
from spasmlog.ui.drawings import box, hatch, painter_on
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.icons import pixmap
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look

PAD_ACROSS, PAD_DOWN, GAP = 18, 14, 8


class Picture(QLabel):
    """An icon that stands by itself; it is decoration, so it has no name of its own."""

    def __init__(self, look: Look, icon: str, role: str = "text-quiet", size: int = 20) -> None:
        super().__init__()
        self._look, self._icon, self._role, self._size = look, icon, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._draw)
        self._draw()

    def set_icon(self, icon: str, role: str) -> None:
        """Show another icon in the colour of another role."""
        self._icon, self._role = icon, role
        self._draw()

    def _draw(self) -> None:
        dpr = self.devicePixelRatioF()
        self.setPixmap(pixmap(self._icon, self._look, self._role, self._size, dpr))


class Card(QFrame):
    """A piece of a page. Put things into `body`; `header` holds icon, title and a quiet note."""

    def __init__(
        self,
        look: Look,
        title: str = "",
        note: str = "",
        icon: str | None = None,
        *,
        icon_role: str = "text-quiet",
        role: str = "card",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", role)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(PAD_ACROSS, PAD_DOWN, PAD_ACROSS, PAD_DOWN)
        self.body.setSpacing(GAP)
        self.header = QHBoxLayout()
        self.header.setSpacing(GAP + 2)
        self.title = label(title, "card-title", wrap=True)
        self.note = label(note, "caption")
        if title or note:
            self._fill_header(icon, icon_role)

    def set_title(self, text: str) -> None:
        """Other words for the title."""
        self.title.setText(text)
        self.setAccessibleName(text)

    def set_note(self, text: str) -> None:
        """Other words at the end of the title's line."""
        self.note.setText(text)

    def _fill_header(self, icon: str | None, icon_role: str) -> None:
        self.setAccessibleName(self.title.text())
        if icon:
            self.header.addWidget(Picture(self._look, icon, icon_role))
        self.header.addWidget(self.title, 1)
        self.header.addWidget(self.note)
        self.body.addLayout(self.header)


# Level: role of the colour, icon, and the word that it carries where none is given.
LEVELS = {
    "emergency": ("emergency", "emergency", N_("Get help now")),
    "prompt": ("prompt", "prompt", N_("Speak to someone today or tomorrow")),
    "routine": ("routine", "signal", N_("Worth showing a doctor")),
    "info": ("info", "info", N_("For information")),
    "not-enough": ("info", "clock", N_("Not enough days yet")),
    "clock": ("info", "clock", N_("Later")),
}


class Tag(QLabel):
    """How urgent something is: shape, word and colour together."""

    def __init__(
        self, look: Look, level: str, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_level(level, text)
        look.follow(self)

    def set_level(self, level: str, text: str = "") -> None:
        """Another level, in its own word or in `text`."""
        self._role, self._icon, word = LEVELS[level]
        self.setText(text or _(word))
        self.setAccessibleName(self.text())

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font(12, 600))
        wide = words.horizontalAdvance(self.text()) + self._look.px(14) + 6 + 18
        return QSize(wide, max(self._look.px(22), words.height() + 6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, painter_on(self)
        side, mirrored = look.px(14), self.isRightToLeft()
        box(painter, QRectF(self.rect()), fill=look.color(f"{self._role}-soft"), radius=6)
        drawn = pixmap(self._icon, look, self._role, 14, self.devicePixelRatioF())
        left = self.width() - side - 9 if mirrored else 9
        painter.drawPixmap(QPointF(left, (self.height() - side) / 2), drawn)
        painter.setFont(look.font(12, 600))
        painter.setPen(look.color(self._role))
        near, far = (0, -side - 15) if mirrored else (side + 15, 0)
        # The painter mirrors left and right by itself.
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(near, 0, far, 0), flags, self.text())
        painter.end()


class EmptyState(QWidget):
    """What is blank, what happens next, and a first thing to do."""

    def __init__(
        self,
        look: Look,
        icon: str,
        fact: str,
        next: str,
        buttons: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(fact)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD_ACROSS, 24, PAD_ACROSS, 24)
        column.setSpacing(12)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(Picture(look, icon, "text-quiet", 32), 0, middle)
        for text, role in ((fact, "card-title"), (next, "quiet")):
            line = label(text, role, wrap=True)
            line.setAlignment(middle)
            column.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)


class ErrorCard(Card):
    """What happened, what is safe, what to do."""

    def __init__(
        self,
        look: Look,
        title: str,
        text: str,
        buttons: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            look, title, icon="prompt", icon_role="prompt", role="error", parent=parent
        )
        self.text = label(text, "quiet", wrap=True)
        self.body.addWidget(self.text)
        self.body.addStretch(1)
        self.body.addWidget(Flow(buttons))


class HatchedFrame(QWidget):
    """The place of a chart that is held back, and the two sentences that say why."""

    def __init__(
        self, look: Look, fact: str, detail: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(" ".join(filter(None, (fact, detail))))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(_Hatched(look), 1)
        column.addSpacing(GAP)
        self.fact = label(fact, "medium", wrap=True)
        self.detail = label(detail, "quiet", wrap=True)
        column.addWidget(self.fact)
        column.addWidget(self.detail)

    def set_text(self, fact: str, detail: str = "") -> None:
        """Other sentences."""
        self.fact.setText(fact)
        self.detail.setText(detail)
        self.setAccessibleName(" ".join(filter(None, (fact, detail))))


class _Hatched(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setMinimumHeight(96)
        look.follow(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, painter_on(self)
        area = QRectF(self.rect())
        brush = hatch(look, 10, self.devicePixelRatioF())
        box(painter, area, fill=brush, line=look.color("line"), width=look.theme.border)
        painter.end()
