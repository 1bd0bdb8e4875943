"""How a traffic light is written: a sign and a word, never a colour alone."""

from bot.projects.model import Light
from bot.ui.texts import Texts

SIGNS = {Light.RED: "■", Light.YELLOW: "▲", Light.GREEN: "●", Light.GREY: "○"}
"""The same shapes as on the picture of the portfolio."""


def light_words(texts: Texts, light: Light) -> str:
    """Return a light as sign and word: «■ красный»."""
    return f"{SIGNS[light]} {texts.plain(f'projects-light-{light}')}"
