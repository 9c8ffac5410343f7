"""A line of text being typed: where its caret stands, and what a key makes of it."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class EditLine:
    """One line under edit; every key gives a new one, so that typing ahead stays exact."""

    text: str = ""
    caret: int = 0
    """Before which character the next one goes in."""
    is_selected: bool = False
    """The whole line stands selected: the next character replaces it."""

    @classmethod
    def over(cls, text: str) -> "EditLine":
        """The line with its caret at the end."""
        return cls(text, len(text))

    def selected(self) -> "EditLine":
        """The same text, selected: it was refused, and may be typed over."""
        return EditLine(self.text, len(self.text), is_selected=bool(self.text))

    def typed(self, characters: str) -> "EditLine":
        """With characters typed or pasted at the caret."""
        spaced = "".join(" " if one in "\n\t" else one for one in characters)
        plain = "".join(one for one in spaced if one.isprintable())
        if self.is_selected:
            return EditLine.over(plain)
        text = self.text[: self.caret] + plain + self.text[self.caret :]
        return EditLine(text, self.caret + len(plain))

    def pressed(self, key: str, character: str | None) -> "EditLine | None":
        """The line after a key; None where the key is not one of typing."""
        if character is not None and character.isprintable():
            return self.typed(character)
        if key in ("backspace", "delete", "ctrl+h"):
            return self._shortened(key)
        if key == "ctrl+u":
            return EditLine(self.text[self.caret :])
        places = {
            "left": max(0, self.caret - 1),
            "right": min(len(self.text), self.caret + 1),
            "home": 0,
            "end": len(self.text),
        }
        if key in places:
            return replace(self, caret=places[key], is_selected=False)
        return None

    def _shortened(self, key: str) -> "EditLine":
        if self.is_selected:
            return EditLine()
        if key == "delete":
            return EditLine(self.text[: self.caret] + self.text[self.caret + 1 :], self.caret)
        kept = max(0, self.caret - 1)
        return EditLine(self.text[:kept] + self.text[self.caret :], kept)
