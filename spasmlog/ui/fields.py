"""A label above the field that it names."""

from __future__ import annotations

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from spasmlog.ui.labels import label
from spasmlog.ui.look import Look

__all__ = ["LabelledField", "label"]


class LabelledField(QWidget):
    """What is asked, in small words above the field that takes the answer."""

    def __init__(
        self, look: Look, text: str, field: QWidget, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.label = label(text.replace("&", "&&"), "caption", wrap=True)
        self.label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(self.label)
        fixed = field.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed
        column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft if fixed else Qt.AlignmentFlag(0))
        self.hint = label(hint, "caption", wrap=True)
        column.addWidget(self.hint)
        self.hint.setVisible(bool(hint))  # inside by now: alone it would be a window of its own
        column.addStretch(1)
        beyond = getattr(field, "beyond", None)  # of a number: more was typed than there may be
        if isinstance(beyond, SignalInstance):
            beyond.connect(lambda text: self.set_hint(text or hint))

    def set_hint(self, text: str) -> None:
        """Say something below the field, such as why its content was refused."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))
