along-button-calendar = Календарь (.ics)
along-button-picture = Картинка
along-button-of = { $what }: { $form }
along-form-ics = календарь
along-form-png = картинка

along-title = <b>Расписание с собой</b>
along-module = { $module }, { $period } ({ $place })
along-about =
    Календарь – файл .ics: телефон добавит занятия в свой календарь.
    Картинка останется в чате и откроется без связи.

    Файл в чате сам не обновляется. Если ваши занятия изменятся, пришлём новый.

along-name = Расписание { $days }
along-caption-anew = <b>Программа изменилась: новый файл вместо прежнего.</b>
along-caption-day = <b>{ $subject }</b>
along-caption-what = <b>{ $subject }</b>, { $days }
along-caption-where = { $place } · { $stream }
along-caption-calendar = Откройте файл: телефон добавит занятия в календарь, а уже добавленные обновит.
along-caption-picture = Картинку можно открыть без связи.
along-still = Файл сам не обновляется: свежее расписание – в боте.
along-still-own = Файл в чате сам не обновляется. Если ваши занятия изменятся, пришлём новый.
along-still-all = Файл в чате сам не обновляется. Если изменятся ваши занятия, пришлём новый; если чужие – возьмите новый сами.
along-still-take = Файл в чате сам не обновляется: после изменений возьмите новый.
along-made = Составлено { $moment } ({ $place }), редакция { $edition }

along-event-cancelled = Отменено: { $title }
along-event-withdrawn = Этого занятия больше нет в вашем расписании.
along-event-others = Это занятие для других участников.
along-event-zone = Время площадки: { $place }
along-online = онлайн, ссылка в боте
along-cancelled = отменено
along-page = Картинка { $number } из { $count }
along-more = { $count ->
    [one] Не поместилось { $count } занятие: оно есть в боте.
    [few] Не поместилось { $count } занятия: они есть в боте.
    [many] Не поместилось { $count } занятий: они есть в боте.
   *[other] Не поместилось { $count } занятия: они есть в боте.
}
along-not-drawn = Картинку сделать не удалось, поэтому вот то же текстом.
along-refused-empty = Здесь нет занятий: файл делать не из чего.
