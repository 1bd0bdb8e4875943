files-button-calendar = Календарь (.ics)
files-button-picture = Картинка
files-button-of = { $what }: { $form }
files-form-ics = календарь
files-form-png = картинка

files-title = <b>Расписание с собой</b>
files-module = { $module }, { $period } ({ $place })
files-about =
    Календарь – файл .ics: телефон добавит занятия в свой календарь.
    Картинка останется в чате и откроется без связи.

    Файл в чате сам не обновляется. Если ваши занятия изменятся, пришлём новый.

files-name = Расписание { $days }
files-caption-anew = <b>Программа изменилась: новый файл вместо прежнего.</b>
files-caption-day = <b>{ $subject }</b>
files-caption-what = <b>{ $subject }</b>, { $days }
files-caption-where = { $place } · { $stream }
files-caption-calendar = Откройте файл: телефон добавит занятия в календарь, а уже добавленные обновит.
files-caption-picture = Картинку можно открыть без связи.
files-still = Файл сам не обновляется: свежее расписание – в боте.
files-still-own = Файл в чате сам не обновляется. Если ваши занятия изменятся, пришлём новый.
files-still-all = Файл в чате сам не обновляется. Если изменятся ваши занятия, пришлём новый; если чужие – возьмите новый сами.
files-still-take = Файл в чате сам не обновляется: после изменений возьмите новый.
files-made = Составлено { $moment } ({ $place }), редакция { $edition }

files-event-cancelled = Отменено: { $title }
files-event-withdrawn = Этого занятия больше нет в вашем расписании.
files-event-others = Это занятие для других участников.
files-event-zone = Время площадки: { $place }
files-online = онлайн, ссылка в боте
files-cancelled = отменено
files-page = Картинка { $number } из { $count }
files-more = { $count ->
    [one] Не поместилось { $count } занятие: оно есть в боте.
    [few] Не поместилось { $count } занятия: они есть в боте.
    [many] Не поместилось { $count } занятий: они есть в боте.
   *[other] Не поместилось { $count } занятия: они есть в боте.
}
files-not-drawn = Картинку сделать не удалось, поэтому вот то же текстом.
files-refused-empty = Здесь нет занятий: файл делать не из чего.
