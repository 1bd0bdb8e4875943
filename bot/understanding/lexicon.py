"""The words questions are made of, and what they stand for, Russian and English, as `fold` writes them.

A word that is not here makes a question one for people: «обед» is here, «холодный» is not, so
«обед был холодный» is never answered with the hour of the lunch.
"""

from bot.schedule.stems import stem
from bot.understanding.concepts import Concept

C = Concept

_EXACT = {
    C.FILLER: """а и ну же то вот это там здесь тут у нас нам мне мы вы вам ли ка бы пожалуйста пожалуйсто
        плиз плз подскажите подскажи скажите скажи напомните напомни покажите покажи скиньте скинь пришлите
        дайте дай зовут узнать найти уже пройдет проходит будет будут есть был собой о об про по за для при
        день дня здравствуйте привет the a an is are am do does we you us me our of for it s m re ll please
        name there will hi hello tell show""",
    C.GOOD: "добрый доброе доброго good",
    C.ME: "я i",
    C.NOT: "не not",
    C.ABOARD: "сел села сели",
    C.MINE: "мой моя мое мои моей моего моем моим меня my",
    C.IN: "в во на in at on",
    C.FROM: "с со от из from",
    C.TO: "до to till until",
    C.TOWARDS: "к ко by",
    C.AFTER: "после after",
    C.HOW_MUCH: "сколько скольки скоко",
    C.HOUR: "час часа часу время времени time hour",
    C.WHAT: "что че чо чего шо what",
    C.WHERE: "где куда откуда where",
    C.WHEN: "когда when",
    C.WHICH: "какой которого какая какое какие какого каком какую какому какая-то which",
    C.WHO: "кто who",
    C.WHOM: "кому whom",
    C.HOW: "как how",
    C.NOW: "сейчас щас щя теперь now",
    C.NEXT: "дальше далее потом следом следующий следующая следующее следующую следующем следующие next then",
    C.FIRST: "первый первая первое первую first",
    C.MORNING: "утро утром утра morning",
    C.AFTERNOON: "днем afternoon",
    C.EVENING: "вечер вечером вечера evening tonight",
    C.MUST: "надо нужно должен должна должны быть находиться should must be supposed",
    C.GO: "идти иду идем идет идут ехать еду едем едут поеду поедем пойти подойти бежать go going leave",
    C.COME: "приходить прийти подходить come",
    C.GATHER: "meet",
    C.EVERYBODY: "все everybody everyone",
    C.EAT: "едим едят поесть покушать кушать кормят кормить еда питание столовая eat food meal meals",
    C.BREAK: "брейк пауза перерыв break",
    C.WI: "вай wi",
    C.FI: "фай фая фаю фаи fi",
    C.MASTER: "мастер master",
    C.CLASS: "класс класса class",
    C.CHECK: "чек check",
    C.MODULES: "модули модулей modules",
    C.REACH: "get",
    C.SPEAK: "ведет",
    C.LIVE: "живу живем",
    C.TICKET: "plane",
}
"""Words that count only as they stand; the first concept of a word is the one it has."""

_BY_STEM = {
    C.BEGIN: "начало начинаем начинается начнем начнется начинают начинать begin start starts",
    C.END: "конец закончим заканчиваем закончится заканчивается заканчивают end finish over",
    C.LESSON: "занятие пара учеба учимся учиться мероприятие lesson session event",
    C.PROGRAMME: "расписание программа план программе schedule programme program plan agenda",
    C.GATHER: "сбор собираемся gather",
    C.BUS: "автобус трансфер маршрутка bus transfer shuttle",
    C.LEAVE: """выезжаем выезд отъезжает отъезжаем отправление отправляется отправляемся отходит посадка
        садимся""",
    C.STATION: "аэропорт вокзал airport station",
    C.EXCURSION: "экскурсия excursion tour",
    C.BREAKFAST: "завтрак завтракаем breakfast",
    C.LUNCH: "обед обедаем lunch",
    C.DINNER: "ужин ужинаем dinner supper",
    C.COFFEE: "кофе кофебрейк кофепауза coffee",
    C.DEFENCE: "защита защищаемся защищаться defence defense",
    C.PROJECT: "проект project",
    C.REPORT: "отчет отчитаться отчитываться report",
    C.STATUS: "статус status",
    C.MENTOR: "наставник наставница ментор mentor",
    C.WRITE: "написать связаться write",
    C.CHECK_IN: "регистрация заселение заселяемся registration checkin",
    C.LECTURE: "лекция lecture",
    C.WORKSHOP: "практикум воркшоп workshop",
    C.MEETING: "встреча встречаемся meeting",
    C.INTERNSHIP: "стажировка internship",
    C.CULTURE: "культурная culture",
    C.CONCERT: "концерт concert",
    C.SPEAK: "выступает выступление выступают читает speak speaking",
    C.SPEAKER: "спикер лектор докладчик speaker lecturer",
    C.ROOM: "зал аудитория кабинет room hall",
    C.NUMBER: "номер number",
    C.WIFI: "вайфай интернет wifi internet",
    C.PASSWORD: "пароль password",
    C.CONNECT: "подключиться подключить войти connect",
    C.ADDRESS: "адрес address",
    C.PLACE: "технопарк площадка здание корпус мастерская сенеж место technopark venue place",
    C.REACH: "добраться доехать пройти дойти проехать попасть reach",
    C.PHONE: "телефон phone",
    C.CALL: "звонить позвонить call",
    C.DUTY: "дежурный дежурная duty",
    C.CONTACTS: "контакты штаб contacts",
    C.STAFF: "куратор организатор organizer organiser curator",
    C.LODGING: "гостиница отель hotel",
    C.LIVE: "проживание проживаем live stay",
    C.TICKET: "рейс поезд самолет билет flight train ticket",
    C.ARRIVAL: "приезд приезжаем прилетаю прилетаем прилет прибытие arrival arrive",
    C.DEPARTURE: "отъезд обратно обратный домой уезжаем улетаем улетаю вылет departure depart home",
    C.TRIP: "заезд trip",
    C.BRING: "взять брать захватить bring take",
    C.GROUP: "группа group",
    C.MODULE: "модуль module",
}

_OTHERS = """
    дом дома доме дому паром занято занятый местный приезжий адресат кафе созвон ректор вектор сектор
    секция отдел парк парад парта тест тесто мост честь весть ответ балет буфет труппа въезд обход обида
    везет везут статуя планшет плата плащ плен спор население задание издание знание звание считает питает
    мечтает чат гостинец касса раса рейд стикер ночной поле запись записать модель конверт концепт контракт
    штат кабина
"""
"""Words of their own, a letter or an ending away from one of the above: never taken for it."""

PHRASES: tuple[tuple[tuple[Concept, ...], Concept], ...] = (
    ((C.TO, C.WHICH, C.HOUR), C.UNTIL),
    ((C.FROM, C.WHICH, C.HOUR), C.SINCE),
    ((C.TOWARDS, C.WHICH, C.HOUR), C.SINCE),
    ((C.IN, C.WHICH, C.HOUR), C.WHEN),
    ((C.WHAT, C.HOUR), C.WHEN),
    ((C.TO, C.HOW_MUCH), C.UNTIL),
    ((C.FROM, C.HOW_MUCH), C.SINCE),
    ((C.TOWARDS, C.HOW_MUCH), C.SINCE),
    ((C.IN, C.HOW_MUCH), C.WHEN),
    ((C.AFTER, C.BREAKFAST), C.MORNING),
    ((C.TO, C.LUNCH), C.MORNING),
    ((C.AFTER, C.LUNCH), C.AFTERNOON),
    ((C.AFTER, C.DINNER), C.EVENING),
    ((C.COFFEE, C.BREAK), C.COFFEE),
    ((C.MASTER, C.CLASS), C.WORKSHOP),
    ((C.CHECK, C.IN), C.CHECK_IN),
    ((C.WI, C.FI), C.WIFI),
    ((C.ME, C.IN, C.BUS), C.ABOARD),
    ((C.ME, C.FILLER, C.IN, C.BUS), C.ABOARD),
    ((C.ME, C.IN, C.FILLER, C.BUS), C.ABOARD),
    ((C.ME, C.FILLER, C.IN, C.FILLER, C.BUS), C.ABOARD),
    ((C.NOT, C.GO), C.STAYING),
    ((C.GOOD, C.MORNING), C.FILLER),
    ((C.GOOD, C.AFTERNOON), C.FILLER),
    ((C.GOOD, C.EVENING), C.FILLER),
)
"""What some concepts mean side by side: «после обеда» is a part of the day and no meal."""


def _exact() -> dict[str, Concept]:
    found: dict[str, Concept] = {}
    for concept, words in _EXACT.items():
        for word in words.split():
            found.setdefault(word, concept)
    for concept, words in _BY_STEM.items():
        for word in words.split():
            found.setdefault(word, concept)
    return found


EXACT = _exact()
"""Word → concept."""

OTHERS = frozenset(_OTHERS.split())
OTHER_STEMS = frozenset(map(stem, OTHERS))
"""Words that are no mistakes, and their stems, for their other forms."""

STEMS = {stem(word): concept for concept, words in _BY_STEM.items() for word in words.split()}
"""Stem → concept."""
