command-meeting = встреча с командой или наставником: когда и где

meetings-with-whom = С кем встреча?
meetings-moment = { $day }, { $time } ({ $zone })
meetings-slot = { $day }, { $hours } ({ $zone })
meetings-zone = { $city }, { $mark }
meetings-your-clock = Время – по вашим часам: { $zone }.
meetings-clock-team = У команды: { $time } ({ $zone })
meetings-clock-mentor = У наставника: { $time } ({ $zone })
meetings-when = <b>Когда встретиться?</b> { $other }
meetings-when-other = <b>На когда перенести встречу?</b> { $other }
meetings-when-hint = Нажмите день или напишите словами: «в четверг в 15», «20.11 16:30, ссылка или место», «завтра с 10 до 11 по Москве».
meetings-hour = <b>{ $day }: в котором часу?</b>
meetings-hour-hint = Нажмите час или напишите точное время: «15:30».
meetings-hour-none = В этот день полных часов больше нет. Напишите точное время («21:30») или выберите другой день.
meetings-draft = <b>Назначить встречу?</b> { $other }
meetings-draft-place = Место или ссылку можно написать сейчас, одним сообщением, или добавить потом.
meetings-head = Встреча: { $other }
meetings-when-line = <b>{ $when }</b>
meetings-where = Где: { $place }
meetings-nowhere = Где: место и ссылка пока не указаны
meetings-was = Было: { $when }
meetings-will = Станет: <b>{ $when }</b>
meetings-next = Следующая встреча: <b>{ $when }</b>
meetings-none-ahead = Следующая встреча не назначена
meetings-no-result = без записи
meetings-result =
    <b>Итог (видите только вы):</b>
    { $result }
meetings-line-result = Итог: { $result }
meetings-title =
    { $count ->
        [0] <b>Встреч ещё не было.</b> { $other }
        [one] <b>{ $count } встреча.</b> { $other }
        [few] <b>{ $count } встречи.</b> { $other }
       *[other] <b>{ $count } встреч.</b> { $other }
    }
meetings-line = <b>{ $number }.</b> { $when } – { $state }
meetings-state-planned = назначена
meetings-state-over = прошла ли, ещё не отмечено
meetings-state-held = состоялась
meetings-state-missed = не состоялась
meetings-state-cancelled = отменена
meetings-clash = ⚠ { $whose }: «{ $title }», { $hours }
meetings-clash-team = ⚠ { $whose }: встреча с командой «{ $team }»
meetings-clash-other = ⚠ { $whose }: другая встреча
meetings-clash-own = В это время у вас
meetings-clash-whose-team = В это время у команды
meetings-clash-whose-mentor = В это время у наставника
meetings-move = <b>Перенести встречу?</b> { $other }
meetings-cancel = <b>Отменить встречу?</b> Вторая сторона узнает сразу. { $other }
meetings-forgotten = Встреча не назначена: черновик убран, никто о нём не узнал.
meetings-ask-place = Напишите место или ссылку одним сообщением, например: «Технопарк, зал 2» или «https://…».
meetings-ask-result = <b>Отмечено: встреча состоялась.</b> { $other }
meetings-ask-result-hint = Запишите итог в двух строках: что решили и что сделать к следующей встрече. Его видите только вы; организаторы видят лишь число встреч.
meetings-words-only = Здесь нужны слова. Напишите текстом.

meetings-news-arranged = <b>Назначена встреча.</b> { $other }
meetings-news-moved = <b>Встреча перенесена.</b> { $other }
meetings-news-changed = <b>Встреча изменилась.</b> { $other }
meetings-news-cancelled = <b>Встреча отменена.</b> { $other }
meetings-asked = <b>Состоялась ли встреча?</b> { $other }
meetings-soon = <b>Через { $left } встреча.</b> { $other }
meetings-ahead = <b>{ $day } в { $time } встреча.</b> { $other }
meetings-runs = <b>Встреча уже идёт.</b> { $other }

meetings-button-arrange = Назначить встречу
meetings-button-place = Место или ссылка
meetings-button-other-time = Другое время
meetings-button-other-day = Другой день
meetings-button-forget = Не назначать
meetings-button-move = Перенести
meetings-button-move-sure = Да, перенести
meetings-button-cancel = Отменить
meetings-button-cancel-sure = Да, отменить встречу
meetings-button-keep = Оставить как есть
meetings-button-back = ‹ Назад
meetings-button-open = Открыть встречу
meetings-button-new = Назначить встречу…
meetings-button-all = Все встречи
meetings-button-log = Отметить встречу
meetings-button-held = Состоялась
meetings-button-missed = Не состоялась
meetings-button-result = Записать итог
meetings-button-result-other = Исправить итог
meetings-button-no-result = Без итога
meetings-button-again = Снова: { $when }
meetings-chosen = ✓ { $label }

error-meeting-moment = Не похоже на время. Напишите, например: в четверг в 15, 20.11 16:30, завтра с 10 до 11.
error-meeting-past = Этот момент уже прошёл. Назовите будущий.
error-meeting-far = Это слишком далеко: назначить можно на год вперёд.
error-meeting-long = Встреча может длиться до восьми часов.
error-meeting-gone = Этой встречи больше нет. Откройте список заново: /teams или /mentor.
error-meeting-cancelled = Эта встреча отменена. Назначьте новую: /meeting.
error-meeting-over = Эта встреча уже прошла: изменить её нельзя. Новая: /meeting.
error-meeting-ahead = Встреча ещё не началась: отметить её можно после начала.
error-meeting-not-held = Итог пишут о встрече, которая состоялась. Сначала отметьте её.
error-meeting-result-long = Слишком длинно: для итога хватит { $most } знаков.
error-meeting-mentor-logs = Отмечает встречи и пишет итог наставник.

notices-kind-meeting-news = Встреча назначена или изменилась
notices-kind-meeting-reminder = Напоминание о встрече
notices-kind-meeting-log = Состоялась ли встреча
settings-always-meeting-news = наставничество
settings-always-meeting-log = наставничество
setting-title-meeting-leads = Напоминать о встречах
setting-about-meeting-leads = За сколько до встречи наставника с командой напоминать обеим сторонам. «Вечер накануне» – в час плана на завтра, по часам каждого.
setting-zero-meeting-leads = без напоминаний
