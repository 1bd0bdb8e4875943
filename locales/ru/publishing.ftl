publishing-draft-none = { $stream }: черновика нет, всё опубликовано или ещё ничего не загружено. Пришлите книгу Excel (образец: /template) или измените занятие: /edit.
publishing-draft-title =
    <b>{ $stream }: черновик № { $number }</b>
    { $rows }.
publishing-draft-changed =
    { $count ->
        [one] { $count } строка изменится
        [few] { $count } строки изменятся
       *[other] { $count } строк изменится
    }
publishing-draft-added =
    { $count ->
        [one] { $count } строка добавится
        [few] { $count } строки добавятся
       *[other] { $count } строк добавится
    }
publishing-draft-gone =
    { $count ->
        [one] { $count } строка уберётся
        [few] { $count } строки уберутся
       *[other] { $count } строк уберётся
    }
publishing-draft-same = Отличий от опубликованной программы нет
publishing-draft-row = <b>{ $title }</b> · { $code }
publishing-draft-change = «{ $heading }»: { $old } → { $new }
publishing-draft-first = Люди ещё ничего не видят: это первая программа потока.
publishing-draft-later = Люди видят опубликованную программу; эти изменения пока видят только организаторы. После публикации:
publishing-button-publish = Опубликовать
publishing-button-publish-sure = Да, опубликовать
publishing-button-back = Назад
publishing-button-draft = Черновик
publishing-button-undo = Отменить публикацию
publishing-button-undo-delay = Отменить сдвиг
publishing-sure-first =
    { $count ->
        [one] Опубликовать программу «{ $stream }»? Её увидит { $count } человек потока. Уведомления не рассылаются.
        [few] Опубликовать программу «{ $stream }»? Её увидят { $count } человека потока. Уведомления не рассылаются.
       *[other] Опубликовать программу «{ $stream }»? Её увидят { $count } человек потока. Уведомления не рассылаются.
    }
publishing-sure = Опубликовать изменения программы «{ $stream }»?
publishing-told =
    { $count ->
        [0] Уведомления никому не нужны: изменения не касаются ближайших занятий тех, кто вошёл.
        [one] Уведомление получит { $count } человек.
        [few] Уведомления получат { $count } человека.
       *[other] Уведомления получат { $count } человек.
    }
publishing-absent =
    { $count ->
        [one] Ещё { $count } не вошёл в бот: сообщите иначе (/coverage).
       *[other] Ещё { $count } не вошли в бот: сообщите иначе (/coverage).
    }
publishing-blocked =
    { $count ->
        [one] Ещё { $count } заблокировал бота: сообщите иначе.
       *[other] Ещё { $count } заблокировали бота: сообщите иначе.
    }
publishing-done-publish = <b>{ $stream }: опубликовано.</b> Люди видят эту программу.
publishing-done-delay = <b>{ $stream }: занятия сдвинуты.</b> Люди видят новое время.
publishing-done-undo = <b>{ $stream }: отменено.</b> Люди снова видят то, что было.
publishing-nothing-seen = Люди снова не видят программу потока: раньше её не публиковали.
publishing-before = Это уже сделано: { $author }, { $at }.
publishing-last-publish = Последняя публикация: { $author }, { $at }.
publishing-last-delay = Последнее изменение – сдвиг занятий: { $author }, { $at }.
publishing-last-undo = Последнее изменение отменено: { $author }, { $at }.
publishing-moment = { $day }, { $time } (МСК)
publishing-nobody = администратор

publishing-notice-title = <b>Изменения в программе: { $count }</b>
publishing-notice-stream = { $stream }
publishing-notice-more =
    { $count ->
        [one] И ещё { $count } изменение – в расписании.
        [few] И ещё { $count } изменения – в расписании.
       *[other] И ещё { $count } изменений – в расписании.
    }
publishing-notice-day = Расписание дня
publishing-change-title = <b>{ $title }</b>
publishing-change-module = <b>Модуль «{ $title }»</b>
publishing-change-point = Точка на карте изменилась.
publishing-change-new = Новое: { $when }
publishing-change-removed = Убрано из вашей программы: { $when }
publishing-change-cancelled = Отменено: { $when }
publishing-change-restored = Снова состоится: { $when }
publishing-change-moved = Время: <s>{ $old }</s> → <b>{ $new }</b>
publishing-change-hours = { $day }: <s>{ $old }</s> → <b>{ $new }</b> ({ $zone })
publishing-change-when = { $when }
publishing-when = { $day }, { $hours } ({ $zone })
publishing-day-hours = { $day }, { $hours }
publishing-pair = { $label }: { $old } → <b>{ $new }</b>
publishing-pair-new = { $label }: <b>{ $new }</b>
publishing-pair-gone = { $label }: было «{ $old }», теперь не указано
publishing-label-title = Название
publishing-label-room = Зал
publishing-label-speaker = Спикер
publishing-label-online = Ссылка
publishing-label-meeting-point = Место сбора
publishing-label-contact = Контакт
publishing-label-bring = Что взять
publishing-label-bus = Ваш автобус
publishing-label-days = Дни
publishing-label-venue = Площадка
publishing-label-address = Адрес
publishing-label-way = Как добраться

error-publication-superseded = Отменить уже нельзя: после этого программу публиковали снова. Откройте /publish.

delay-usage = Сдвинуть остаток сегодняшнего дня: <code>/delay 20</code> – на 20 минут позже, <code>/delay -10</code> – на 10 минут раньше. Не больше { $bound } минут. Перед сдвигом покажу, что изменится и кто получит уведомление.
delay-streams = Сегодня идут занятия нескольких потоков. Какой сдвинуть?
delay-button-minutes = +{ $minutes }
delay-anew = <b>Пока вы решали, программа изменилась.</b> Ничего не сдвинуто. Теперь так:
delay-title = <b>Сдвиг на { $minutes } мин: { $stream }</b>
delay-day = { $day } (время площадки, { $zone })
delay-line = { $old } → <b>{ $new }</b> { $title }
delay-line-fixed = { $old } → <b>{ $new }</b> { $title } (ждут другие: водители, хозяева)
delay-line-stays = { $hours } { $title } – без изменений
delay-more =
    { $count ->
        [one] … и ещё { $count } занятие.
        [few] … и ещё { $count } занятия.
       *[other] … и ещё { $count } занятий.
    }
delay-past-midnight = Внимание: «{ $title }» зайдёт за полночь.
delay-clash = Внимание: «{ $title }» пересечётся с «{ $other }» ({ $hours }).
delay-warnings-more =
    { $count ->
        [one] … и ещё { $count } такое предупреждение.
        [few] … и ещё { $count } таких предупреждения.
       *[other] … и ещё { $count } таких предупреждений.
    }
delay-count =
    { $count ->
        [one] Сдвинется { $count } занятие.
        [few] Сдвинутся { $count } занятия.
       *[other] Сдвинется { $count } занятий.
    }
delay-button-sure = Сдвинуть на { $minutes } мин
delay-button-leave-fixed = Без трансферов и экскурсий
delay-button-move-fixed = Вместе с трансферами и экскурсиями
delay-button-first = С другого занятия
delay-first = С какого занятия сдвигать? Оно и всё после него сдвинется.
error-delay-nothing = Сдвигать нечего: сегодня больше нет занятий, которые ещё не начались.
error-delay-past = Так занятие началось бы раньше, чем сейчас. Выберите меньше минут или начните с другого занятия.
error-delay-outside = Так занятие вышло бы за дни модуля. Выберите меньше минут.
error-delay-clock = Такого времени на площадке не бывает. Измените занятия по одному: /edit.
error-delay-no-module = Сегодня в ваших потоках нет модуля, сдвигать нечего.
