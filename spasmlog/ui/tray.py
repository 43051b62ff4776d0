"""The icon in the tray: logging without the window, and where the window may wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from spasmlog.i18n import _
from spasmlog.paths import shipped
from spasmlog.ui.tray_menu import TrayMenu

if TYPE_CHECKING:
    from spasmlog.journal.commands import Command
    from spasmlog.ui.abroad import Abroad
    from spasmlog.ui.session import Session

LOOKS_EVERY_MS = 10_000
"""How soon a tray that comes or goes is noticed; asking is cheap."""
SIDES = (16, 22, 24, 32, 48, 64)
_SEEN = "told_of_tray"


class Tray(QObject):
    """There while the desktop has a tray; without one it does nothing."""

    def __init__(self, session: Session, abroad: Abroad) -> None:
        super().__init__(session)
        self._session, self._abroad = session, abroad
        self._window, self._around = session.window, session.window.around
        self._desk = self._around.desk
        self.menu = TrayMenu()
        self._icon: QSystemTrayIcon | None = None
        self._quits = self._shows_running = False
        self._looking = QTimer(self, interval=LOOKS_EVERY_MS)
        self._looking.timeout.connect(self.look)
        self.menu.asked.connect(self._take)
        self._desk.moved.connect(self.show_state)
        self._window.windowTitleChanged.connect(self.show_state)
        self._window.close_asked.connect(self._close_asked)
        self._window.closing.connect(self._close)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self.let_quit)
        self._looking.start()
        self.look()

    @property
    def is_there(self) -> bool:
        """Whether there is a tray, with our icon in it."""
        return self._icon is not None

    def look(self) -> None:
        """Go into a tray that has come; leave one that has gone, and do not wait in it."""
        found = QSystemTrayIcon.isSystemTrayAvailable()
        if found and self._icon is None:
            self._come()
        elif not found and self._icon is not None:
            self._leave()
            if not self._window.isVisible():
                self._abroad.come()
        self.show_state()

    def show_state(self, _step: object = None) -> None:
        """Say in the tray whether a spasm is running, and for how long."""
        from spasmlog.views.running import exact_onset, running_title

        diary = self._desk.diary if self._desk.is_open and not self._abroad.is_hidden else None
        self.menu.show_state(diary)
        if self._icon is None:
            return
        spasm = diary.running if diary is not None else None
        title = running_title(exact_onset(spasm), self._desk.now) if spasm is not None else ""
        self._icon.setToolTip(title or "SpasmLog")
        if self._shows_running is not (spasm is not None):
            self._shows_running = spasm is not None
            self._icon.setIcon(drawn(running=self._shows_running))

    def quit(self) -> None:
        """End the program; what cannot be saved yet brings the window back instead."""
        self._quits = True
        if self._window.close():
            QApplication.quit()
        else:
            self._quits = False
            self._abroad.come()

    def let_quit(self, _manager: object = None) -> None:
        """From now on closing the window ends the program: the desktop's session is over."""
        self._quits = True

    def _come(self) -> None:
        icon = QSystemTrayIcon(drawn(running=False), self)
        icon.setContextMenu(self.menu)
        icon.activated.connect(self._pressed)
        icon.show()
        self._icon, self._shows_running = icon, False
        self._abroad.balloon = self._tell

    def _leave(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
        self._icon = self._abroad.balloon = None

    def _tell(self, title: str, text: str) -> None:
        if self._icon is not None:
            self._icon.showMessage(title, text, QSystemTrayIcon.MessageIcon.NoIcon)

    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason != QSystemTrayIcon.ActivationReason.Context:
            self._session.quick.open_anywhere()

    def _take(self, what: str, number: int) -> None:
        match what:
            case "quick":
                self._session.quick.open_anywhere()
            case "open":
                self._abroad.come()
            case "emergency":
                self._abroad.come("emergency")
            case "quit":
                self.quit()
            case _:
                self._save(what, number)

    def _save(self, what: str, number: int) -> None:
        if what == "dose_again" and self._is_refused():
            return
        command = self._command(what, number)
        if command is not None:
            self._abroad.do(command)

    def _is_refused(self) -> bool:
        """The same refusal as by the key, with its way on in the window."""
        from spasmlog.ui.ways_on import say_why_not
        from spasmlog.views.repeating import why_not_again

        diary = self._desk.diary
        refused = say_why_not(self._window, self._session.toast, diary)
        if refused:
            self._abroad.say(why_not_again(diary))
        return refused

    def _command(self, what: str, number: int) -> Command | None:
        if what == "spasm_of":  # as the same number does in the quick bar
            return self._session.quick.read(str(number)).command
        from spasmlog.views.quick import quick_command

        return quick_command(what, number, self._desk.diary, self._around.settings)

    def _close_asked(self, event: QCloseEvent) -> None:
        """The window waits in the tray, once nothing typed in it would be lost."""
        stays = self.is_there and self._around.settings.stay_in_tray
        if not stays or self._quits or not event.isAccepted():
            return
        self._window.settle(event)
        if event.isAccepted():
            event.ignore()
            self._window.hide()
            self._tell_once()

    def _tell_once(self) -> None:
        if not self._around.remembered.get(_SEEN, bool, False):
            self._around.remembered.keep(_SEEN, True)
            self._abroad.say(_("SpasmLog is still here, in the tray. Quit is in its menu."))

    def _close(self) -> None:
        self._looking.stop()
        self._leave()
        self.menu.deleteLater()


def drawn(*, running: bool) -> QIcon:
    """The program's mark on a ground of its own, so that light and dark panels show it alike."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = QSvgRenderer(str(shipped("resources", "icons", "spasmlog.svg")))
    icon = QIcon()
    for side in SIDES:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing.render(painter, QRectF(0, 0, side, side))
        if running:
            _dot(painter, side)
        painter.end()
        icon.addPixmap(picture)
    return icon


def _dot(painter: QPainter, side: int) -> None:
    """A spasm is running: a round mark in the corner, seen by its shape as by its colour."""
    across = side * 0.46
    area = QRectF(side - across, side - across, across, across)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#F1F2EF"))
    painter.drawEllipse(area)
    painter.setBrush(QColor("#9C3D14"))
    painter.drawEllipse(area.adjusted(side / 16, side / 16, -side / 16, -side / 16))
