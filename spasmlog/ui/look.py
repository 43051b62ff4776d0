"""What the window looks like now: theme, text scale, font and motion, handed to every widget."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from spasmlog.paths import shipped
from spasmlog.ui.theme import Theme, high_contrast, style_sheet, theme

FONT_FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")
FAMILIES = ("Inter", "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari")
FEATURES = ("tnum", "cv05", "ss03")
SMALLEST_SCALE, LARGEST_SCALE = 1.0, 2.0
# From here on rows of tiles break and rows of words stand upright.
LARGE_TEXT = 1.75

_Role = QPalette.ColorRole
_PALETTE = {
    _Role.Window: "paper",
    _Role.WindowText: "text",
    _Role.Base: "raised",
    _Role.AlternateBase: "surface",
    _Role.Text: "text",
    _Role.PlaceholderText: "text-quiet",
    _Role.Button: "raised",
    _Role.ButtonText: "text",
    _Role.BrightText: "emergency-text",
    _Role.Light: "raised",
    _Role.Midlight: "surface",
    _Role.Mid: "line",
    _Role.Dark: "line-strong",
    _Role.Shadow: "sunken",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "accent-text",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.ToolTipBase: "raised",
    _Role.ToolTipText: "text",
}
_SYSTEM = {
    "paper": _Role.Window,
    "raised": _Role.Base,
    "text": _Role.WindowText,
    "accent": _Role.Highlight,
    "accent-text": _Role.HighlightedText,
}


class Look(QObject):
    """Theme and text scale. Painted widgets are handed it and repaint on `changed`."""

    changed = Signal()

    def __init__(
        self, theme_name: str = "light", scale: float = 1.0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._app: QApplication | None = None
        self._system: dict[str, str] | None = None
        self._fonts: dict[tuple[int, int], QFont] = {}
        self._keep(theme_name, scale)

    @property
    def theme(self) -> Theme:
        """The colours now."""
        return self._theme

    @property
    def theme_name(self) -> str:
        """What was asked for: light, dark or system."""
        return self._name

    @property
    def scale(self) -> float:
        """How much larger than designed text is, 1.0 to 2.0."""
        return self._scale

    @property
    def large(self) -> bool:
        """Whether text is so large that rows of tiles and words break."""
        return self._scale >= LARGE_TEXT

    def set(self, theme_name: str, scale: float) -> None:
        """Take on a theme ("light", "dark" or "system") and a text scale, everywhere at once."""
        if (theme_name, scale) != (self._name, self._scale):
            self._keep(theme_name, scale)
            self._show()

    def apply(self, app: QApplication) -> None:
        """Dress the application in this look; once, before its first widget is made."""
        self._app = app
        for name in FONT_FILES:
            QFontDatabase.addApplicationFont(str(shipped("resources", "fonts", name)))
        # Both are kept: the second dies with the first one's wrapper.
        self._hints = app.styleHints()
        self._accessibility = self._hints.accessibility()
        self._read_contrast()
        self._keep(self._name, self._scale)
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._accessibility.contrastPreferenceChanged.connect(self._follow_contrast)
        self._show()

    def px(self, n: float) -> int:
        """`n` design pixels at the text scale: for what holds text, not for gaps."""
        return round(n * self._scale)

    def font(self, px: int = 14, weight: int = 400) -> QFont:
        """The interface font at a design size, with figures of one width."""
        kept = self._fonts.get((px, weight))
        if kept is None:
            kept = QFont()
            kept.setFamilies(list(FAMILIES))
            kept.setPixelSize(self.px(px))
            kept.setWeight(QFont.Weight(weight))
            for feature in FEATURES:
                kept.setFeature(QFont.Tag(feature), 1)
            self._fonts[px, weight] = kept
        return kept

    def color(self, role: str) -> QColor:
        """The colour of a role (`line-strong`), or of the ramp (`pain-7`, `pain-text-7`)."""
        return QColor(self._theme.role(role))

    def motion(self, ms: int) -> int:
        """How long a movement may take: `ms`, or 0 where the system asks for less motion."""
        if self._app is None:
            return ms
        still = self._accessibility.motionPreference() == Qt.MotionPreference.ReducedMotion
        return 0 if still else ms

    def follow(self, widget: QWidget) -> None:
        """Let a painted widget measure and paint itself anew whenever the look changes."""
        self.changed.connect(widget.updateGeometry)
        self.changed.connect(widget.update)

    def _keep(self, name: str, scale: float) -> None:
        self._name = name
        self._scale = min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)
        base = theme(self._system_scheme() if name == "system" else name)
        self._theme = high_contrast(base, self._system) if self._system else base
        self._fonts.clear()

    def _system_scheme(self) -> str:
        if self._app is None:
            return "light"
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _read_contrast(self) -> None:
        wanted = self._accessibility.contrastPreference()
        high = wanted == Qt.ContrastPreference.HighContrast
        palette = QPalette()
        colors = {name: palette.color(role).name() for name, role in _SYSTEM.items()}
        self._system = colors if high else None

    def _follow_system(self) -> None:
        if self._name == "system":
            self._keep(self._name, self._scale)
            self._show()

    def _follow_contrast(self) -> None:
        self._read_contrast()
        self._keep(self._name, self._scale)
        self._show()

    def _show(self) -> None:
        if self._app is not None:
            self._app.setPalette(self._palette())
            self._app.setFont(self.font())
            self._app.setStyleSheet(style_sheet(self._theme, self._scale))
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        for slot, role in _PALETTE.items():
            palette.setColor(slot, self.color(role))
        quiet = self.color("text-quiet")
        for slot in (_Role.WindowText, _Role.Text, _Role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, slot, quiet)
        return palette
