files-button = Материалы: { $count }
files-button-list = Материалы занятия
files-button-attach = Прикрепить материалы
files-button-more = Прикрепить ещё
files-button-again = Прикрепить заново
files-button-done = Готово
files-button-every =
    { $count ->
        [one] Прислать { $count } файл
        [few] Прислать все { $count } файла
       *[other] Прислать все { $count } файлов
    }
files-button-remove = Убрать
files-button-remove-sure = Да, убрать
files-button-keep = Не убирать
files-button-event = О занятии
files-button-words = Найти занятие по словам
files-button-all-events = Все занятия
files-button-drop = Не прикреплять

files-title = <b>Материалы: { $count }</b>
files-event = «{ $title }», { $day }, { $hours }
files-line = { $number }. { $name }{ $size }{ $lost }
files-line-lost = { " " }(больше не открывается)
files-none = Пока ничего не прикреплено.
files-hint = Нажмите номер, и файл придёт сюда.
files-hint-remove = Какой файл убрать?
files-remove-sure = Убрать «{ $name }»? Участники его больше не увидят.
files-removed = Файл убран.
files-send = <b>Пришлите материалы к занятию</b>
files-send-hint =
    Документы, фото, видео или аудио, по одному или альбомом. Каждый файл подтвержу. Когда всё, нажмите «Готово».

    Таблицы Excel бот читает как программу. Чтобы участники получили таблицу, пришлите её в PDF или в архиве.
files-attached = Прикреплено: { $names }.
files-known = Уже было прикреплено: { $names }.
files-total =
    { $count ->
        [one] У занятия «{ $title }» теперь { $count } файл.
        [few] У занятия «{ $title }» теперь { $count } файла.
       *[other] У занятия «{ $title }» теперь { $count } файлов.
    }
files-and-more = { $names } и ещё { $count }
files-choose =
    { $count ->
        [one] К какому занятию прикрепить файл: { $names }?
        [few] К какому занятию прикрепить { $count } файла: { $names }?
       *[other] К какому занятию прикрепить { $count } файлов: { $names }?
    }
files-choose-album = К какому занятию прикрепить весь альбом: { $names } и что пришло с ним?
files-choose-found = По словам «{ $words }»:
files-choose-none = Таких занятий в ваших потоках нет. Попробуйте другие слова.
files-choose-unpublished = В ваших потоках нет опубликованных занятий, поэтому прикрепить не к чему.
files-words = Напишите слово из названия, имя спикера или зал.
files-dropped = Хорошо, ничего не прикреплено.
files-lost = Файл «{ $name }» больше не открывается: Telegram его удалил. Организаторам сказано, они пришлют его заново.
files-lost-told = <b>Файл «{ $name }» больше не открывается.</b> Telegram его удалил, участники занятия «{ $title }» его не получают. Пришлите файл заново.
files-kilobytes = { $size } КБ
files-megabytes = { $size } МБ
files-kind-document = файл
files-kind-photo = фото
files-kind-video = видео
files-kind-audio = аудио

error-file-gone = Этого файла у занятия больше нет.
error-files-gone = Файл уже не ждёт: прошло больше получаса или он прикреплён. Пришлите его ещё раз.
error-files-many = К занятию можно прикрепить не больше { $count } файлов. Уберите лишние или дайте ссылку на папку.
