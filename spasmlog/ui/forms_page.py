"""A page of small forms: each hears why nothing was saved, and what is typed is not lost unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spasmlog.errors import Refusal
from spasmlog.ui.page import Page

if TYPE_CHECKING:
    from spasmlog.ui.form_card import FormCard


class FormsPage(Page):
    """What pages with forms of their own share."""

    def forms(self) -> Iterator[FormCard]:
        """Every form that was ever opened."""
        yield from ()

    def show_refusal(self, refusal: Refusal) -> bool:
        """Beside the form that asked."""
        for form in self.forms():
            if form.waiting:
                form.say(refusal)
                return True
        return False

    def settle(self) -> bool:
        """What is typed in a form and not saved is shown once, the form unfolded."""
        held = [form for form in self.forms() if not form.may_close()]
        for form in held:
            form.show()
            form.reveal()
        return not held

    def keep(self) -> None:
        """Nobody can be asked: changes of an entry that is there are saved, the rest is let go."""
        for form in self.forms():
            if form.changes_kept and form.typed:
                form.submit()
            form.may_close()
