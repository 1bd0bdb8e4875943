key-now = Сейчас
key-schedule = Расписание
key-excursions = Экскурсии
key-ask = Спросить
keyboard-hint = Напишите день или город

button-home = На главную
button-earlier = ‹ Раньше
button-later = Дальше ›
button-help = Справка

language-name = Русский
language-title = Выберите язык. / Choose a language.
language-chosen = Дальше говорю по-русски.

stale-menu = Эта кнопка устарела: программа или меню с тех пор изменились. Ниже – свежее меню.
not-understood =
    Не понял вопрос. Напишите день («завтра», «вт», «18.11»), город или модуль («Тюмень»), либо нажмите кнопку.

    Если срочно, позвоните дежурному: /ask.
not-understood-plain = Сейчас я понимаю текст и кнопки. Фото, файлы и голосовые пока не читаю: напишите словами.
