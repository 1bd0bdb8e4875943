schedule-button-today = Сегодня
schedule-button-tomorrow = Завтра
schedule-button-module = Модуль
schedule-button-modules = Все модули
schedule-button-trip = Мой заезд
schedule-button-venue = Площадка
schedule-button-excursions = Экскурсии
schedule-button-everything = Всё расписание
schedule-button-own = Моё расписание
schedule-button-day-before = ‹ { $day }
schedule-button-day-after = { $day } ›
schedule-button-page-back = ‹ Раньше
schedule-button-page-on = Ещё ›
schedule-button-map = На карте
schedule-button-way = Как добраться
schedule-button-back = ‹ { $day }
schedule-button-day = { $day } – { $count ->
    [0] занятий нет
    [one] { $count } занятие
    [few] { $count } занятия
    [many] { $count } занятий
   *[other] { $count } занятия
}
schedule-button-day-today = { $day } – { $count ->
    [0] занятий нет
    [one] { $count } занятие
    [few] { $count } занятия
    [many] { $count } занятий
   *[other] { $count } занятия
}, сегодня

schedule-now-running = <b>Сейчас:</b> { $event }, до { $until } (ещё { $left }).
schedule-now-gap = <b>Сейчас занятий нет.</b>
schedule-now-night = <b>Сегодня занятий больше нет.</b>
schedule-now-done = <b>Занятия модуля закончились.</b>
schedule-now-ahead = <b>Сейчас занятий нет.</b> { $module } начнётся { $when }: { $city }, { $period }.
schedule-now-over = <b>Все модули потока прошли.</b>
schedule-next-today = <b>Далее в { $time }</b> (через { $left }): { $event }
schedule-next-day = <b>{ $day } в { $time }:</b> { $event }
schedule-called-off = { $time } { $event }.
schedule-more = и ещё { $count }
schedule-around = { $module }
schedule-clock = Время: { $place }
schedule-clock-aside = (время: { $place })

schedule-day = <b>{ $day }</b>
schedule-where = { $place } · { $module }
schedule-stream = Поток: { $stream }
schedule-scope-everything = Всё расписание потока, не только ваше
schedule-home-legend = Время площадки; в скобках – у вас, { $city }
schedule-page = Страница { $number } из { $count }
schedule-day-free = Занятий нет.
schedule-day-not-yours = Для вас занятий нет. В общем расписании { $others ->
    [one] { $others } занятие.
    [few] { $others } занятия.
    [many] { $others } занятий.
   *[other] { $others } занятия.
}
schedule-next-module = Далее: { $module }, { $city }, { $period }{ $soon }
schedule-in-brackets = { " " }({ $text })
schedule-hours-home = { $hours } ({ $home } у вас)
schedule-home-time = ({ $time } у вас, { $city })
schedule-line-others = для других участников
schedule-cancelled = отменено: <s>{ $title }</s>

schedule-module = Модуль «{ $title }»
schedule-module-numbered = Модуль { $number } «{ $title }»
schedule-module-title = <b>{ $module }</b>
schedule-module-days = { $period }
schedule-module-place = { $place } · { $venue }
schedule-module-choose = Выберите день.
schedule-module-past = прошёл
schedule-module-runs = идёт сейчас
schedule-modules-stream = <b>{ $stream }</b>
schedule-modules-line = { $module } – { $city }, { $period }
schedule-modules-none = Программа ещё не опубликована.

schedule-card-title = <b>{ $title }</b>
schedule-card-cancelled = <b>Отменено: <s>{ $title }</s></b>
schedule-card-not-yours = Это занятие для других участников, вам идти не нужно.
schedule-when = { $day }, { $hours } ({ $place })
schedule-day-and-time = { $day }, { $time }
schedule-kind-lecture = Лекция
schedule-kind-workshop = Практикум
schedule-kind-meeting = Встреча
schedule-kind-excursion = Экскурсия
schedule-kind-meal = Питание
schedule-kind-transfer = Трансфер
schedule-kind-check-in = Заезд и регистрация
schedule-kind-internship = Стажировка
schedule-kind-defence = Защита
schedule-kind-culture = Культурная программа
schedule-kind-other = Другое
schedule-label-title = Полное название
schedule-label-room = Где
schedule-label-speaker = Спикер
schedule-label-online = Онлайн
schedule-label-audience = Для кого
schedule-label-description = О чём
schedule-label-materials = Материалы
schedule-audience-groups = { $count ->
    [one] группа { $names }
   *[other] группы { $names }
}
schedule-audience-directions = { $count ->
    [one] направление «{ $names }»
   *[other] направления: { $names }
}
schedule-audience-teams = { $count ->
    [one] команда «{ $names }»
   *[other] команды: { $names }
}
schedule-audience-buses = { $count ->
    [one] едущие в автобусе «{ $names }»
   *[other] едущие в автобусах: { $names }
}

schedule-venue-title =
    <b>{ $title }</b>
    { $place }
schedule-label-address = Адрес
schedule-label-way = Как добраться
schedule-label-halls = Залы
schedule-label-wifi = Wi-Fi
schedule-label-meals = Питание
schedule-label-contacts = Контакты
schedule-label-duty = Дежурный

schedule-trip-title = <b>Мой заезд.</b> { $module }
schedule-trip-where = { $place } · { $period }
schedule-trip-none = Сведений о вашем заезде пока нет. Уточните у организаторов.
schedule-trip-none-phone = Сведений о вашем заезде пока нет. Уточните у дежурного: { $phone }
schedule-room-number = номер { $room }
schedule-label-arrival = Прибытие
schedule-label-departure = Отъезд
schedule-label-transfer = Трансфер
schedule-label-hotel = Гостиница
schedule-label-bus = Автобус
schedule-label-group = Группа
schedule-label-bring = Что взять

schedule-unpublished = Программа потока «{ $stream }» ещё не опубликована. Здесь она появится, как только её опубликуют организаторы.
schedule-duty = Дежурный: { $phone }
schedule-not-found = Не нашёл «{ $words }» в вашем расписании.
schedule-examples = Напишите день или место: <code>/schedule завтра</code>, <code>/schedule вт</code>, <code>/schedule 18.11</code>, <code>/schedule Тюмень</code>. Или выберите ниже.

schedule-refused-stream = Это из другого потока: вы в нём не участвуете.
schedule-refused-no-stream = Пока нет ни одного потока. Загрузите программу книгой Excel.
schedule-gone-event = Этого занятия больше нет в программе: она изменилась. Откройте расписание заново.
schedule-gone-module = Этого модуля больше нет в программе: она изменилась. Откройте список модулей заново.
schedule-gone-venue = Этой площадки больше нет в программе: она изменилась. Откройте расписание заново.
schedule-no-point = Точки на карте больше нет: программа изменилась.
