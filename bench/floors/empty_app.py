"""The floor of every screen: a Textual app with one line of text that echoes keys.

`d` pushes an empty second screen and `q` takes it away again.
"""

from textual import events
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Static


class SecondScreen(Screen[None]):
    def compose(self) -> ComposeResult:
        yield Static("second screen")

    def on_key(self, event: events.Key) -> None:
        event.stop()
        if event.key == "q":
            self.app.pop_screen()


class EmptyApp(App[None]):
    ENABLE_COMMAND_PALETTE = False

    echoes = 0

    def compose(self) -> ComposeResult:
        yield Static("lastset", id="words")

    def on_key(self, event: events.Key) -> None:
        if event.key == "d":
            self.push_screen(SecondScreen())
            return
        self.echoes += 1
        self.query_one("#words", Static).update(f"echo {self.echoes}.")


if __name__ == "__main__":
    EmptyApp().run()
