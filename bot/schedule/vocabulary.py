"""The words for days, modules and the present, Russian and English, as `fold` writes them."""

RELATIVE = {
    "сегодня": 0, "завтра": 1, "послезавтра": 2, "вчера": -1, "позавчера": -2,
    "today": 0, "tomorrow": 1, "yesterday": -1,
}  # fmt: skip
WEEKDAYS = {
    form: number
    for number, forms in enumerate((
        "пн понедельник понедельника mon monday",
        "вт вторник вторника tue tues tuesday",
        "ср среда среду среды wed wednesday",
        "чт четверг четверга thu thur thurs thursday",
        "пт пятница пятницу пятницы fri friday",
        "сб суббота субботу субботы sat saturday",
        "вс воскресенье воскресенья sun sunday",
    ))
    for form in forms.split()
}  # fmt: skip
MONTHS = {
    form: number
    for number, forms in enumerate((
        "янв января jan january", "фев февр февраля feb february", "мар марта mar march",
        "апр апреля apr april", "мая may", "июн июня jun june", "июл июля jul july",
        "авг августа aug august", "сен сент сентября sep sept september", "окт октября oct october",
        "ноя нояб ноября nov november", "дек декабря dec december",
    ), start=1)
    for form in forms.split()
}  # fmt: skip
ORDINALS = {
    form: number
    for number, forms in enumerate((
        "первый first", "второй second", "третий third", "четвертый fourth", "пятый fifth", "шестой sixth",
    ), start=1)
    for form in forms.split()
}  # fmt: skip
EVERYTHING = frozenset({"все", "all", "everything"})
PRESENT = frozenset({"сейчас", "now"})
MODULE = frozenset({"модуль", "модуля", "модулю", "module"})
FILLERS = frozenset({
    "расписание", "программа", "покажи", "что", "на", "в", "во", "по", "день", "числа", "число", "будет",
    "schedule", "programme", "program", "show", "what", "is", "on", "in", "at", "for", "the", "of",
})  # fmt: skip
