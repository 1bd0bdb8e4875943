key-now = Now
key-schedule = Schedule
key-excursions = Excursions
key-ask = Ask
keyboard-hint = Type a day or a city

button-home = Home
button-earlier = ‹ Previous
button-later = Next ›
button-help = Help

language-name = English
language-title = Выберите язык. / Choose a language.
language-chosen = I speak English from now on.

stale-menu = This button is out of date: the programme or the menu has changed since. A fresh menu is below.
not-understood =
    I did not understand. I do understand, for example: “when is the bus”, “where is lunch”, “when do we finish tomorrow”, “wifi password”, “find budget”, a day (“Tue”, “18.11”) or a city (“Tyumen”).

    If it is urgent, call the duty phone: /ask.
not-understood-plain = I understand texts and buttons myself. A photo, a file or a voice message I can pass on to the organizers as a question.
