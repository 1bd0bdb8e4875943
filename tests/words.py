"""The words in which the tests expect to be answered."""

from bot.ui.texts import texts_in

RUSSIAN = texts_in("ru").plain
