notices-kind-event-reminder = Напоминание
notices-kind-last-call = Последний вызов экскурсии
notices-kind-excursion-reminder = Напоминание об экскурсии
notices-kind-place-offered = Освободилось место
notices-kind-place-expired = Место больше не держится
notices-kind-place-given = Место от организаторов
notices-kind-place-taken = Снято с экскурсии
notices-kind-day-plan = План дня
notices-kind-group-plan = План дня в группе
notices-kind-programme-changed = Изменения в программе
notices-kind-notice-fault = Сообщение об ошибке бота
notices-kind-question-waiting = Вопрос ждёт ответа слишком долго
notices-kind-proposal = Предложение наставнику
notices-kind-proposal-reminder = Напоминание наставнику
notices-kind-proposal-silent = Наставник молчит
notices-kind-proposal-declined = Наставник отказался
notices-kind-proposal-withdrawn = Предложение отозвано
notices-kind-introduction = Знакомство команды и наставника
notices-kind-broadcast = Рассылка
notices-kind-broadcast-urgent = Срочная рассылка
notices-kind-broadcast-change = Исправление рассылки
notices-kind-broadcast-retraction = Отзыв рассылки
notices-kind-broadcast-reminder = Напоминание о рассылке
notices-kind-broadcast-approval = Согласование рассылки
notices-kind-broadcast-approval-urgent = Согласование срочной рассылки
notices-kind-broadcast-decided = Решение о согласовании рассылки
notices-kind-broadcast-decided-urgent = Решение о согласовании срочной рассылки
notices-kind-broadcast-calls = Список для обзвона
notices-kind-broadcast-deadline = Кто не ответил в срок

notices-state-queued = ждёт
notices-state-waits = ждёт: { $reason }
notices-state-claimed = отправляется
notices-state-held = остановлено организатором
notices-state-sent = отправлено
notices-state-repeated = отправлено; судьба была неизвестна – повторено
notices-state-unsent = не отправлено: { $reason }
notices-state-cancelled = снято с плана: { $reason }

notices-reason-late = поздно
notices-reason-night = ночь
notices-reason-muted = отключено самим получателем
notices-reason-unreachable = бот заблокирован
notices-reason-not-entered = нет входа в бот
notices-reason-no-consent = нет согласия на обработку данных
notices-reason-left = вышел из потока
notices-reason-nothing = нечего сообщить
notices-reason-changed = программа изменилась
notices-reason-answered = уже есть ответ
notices-reason-elsewhere = вопросы потока идут теперь не сюда
notices-reason-not-needed = больше не нужно
notices-reason-network = связь с Telegram прервалась
notices-reason-server = Telegram ответил ошибкой
notices-reason-told-to-wait = Telegram велел ждать
notices-reason-the-chat-moved = группа переехала
notices-reason-unknown-fate = судьба неизвестна – повторяется
notices-reason-message-gone = сообщения в чате больше нет
notices-reason-cancelled = отменено организатором
notices-reason-replied = уже есть ответ
notices-reason-fault = ошибка бота: { $words }

notices-list-about = { $kind }: { $what }
notices-list-moment = { $day }, { $time }
notices-list-when = { $span } ({ $zone })
notices-list-event-gone = занятия больше нет в программе
notices-list-event-cancelled = { $title } (отменено)
notices-list-question = № { $number }
notices-list-group = группа

notices-list-counts =
    { $waiting ->
        [one] отправлено { $sent }, ждёт { $waiting }, не отправлено { $unsent }
       *[other] отправлено { $sent }, ждут { $waiting }, не отправлено { $unsent }
    }
notices-list-counts-cancelled = , снято с плана { $count }
notices-list-counts-alone = Всего: { $counts }.
notices-list-today = <b>Сегодня: { $counts }.</b>
notices-list-today-none = <b>Сегодня уведомлений нет.</b>
notices-list-stream = { $stream }
notices-list-reason = { $reason } – { $count }
notices-list-reasons-more = другое – { $count }
notices-list-reasons = Почему не отправлено: { $reasons }.
notices-list-waits-line = Почему ждут: { $reasons }.
notices-list-repeats =
    { $count ->
        [one] Могло прийти дважды: { $count } (связь оборвалась при отправке, судьба неизвестна – повторено).
       *[other] Могли прийти дважды: { $count } (связь оборвалась при отправке, судьба неизвестна – повторено).
    }

notices-list-title-ahead = <b>Впереди</b>
notices-list-title-sent = <b>Отправлено недавно</b>
notices-list-title-unsent = <b>Не отправлено и снято с плана</b>
notices-list-title-was = <b>Было</b>
notices-list-line =
    { $count ->
        [one] { $when } – { $about } – { $count } получатель
        [few] { $when } – { $about } – { $count } получателя
       *[other] { $when } – { $about } – { $count } получателей
    }
notices-list-line-unsent = { $when } – { $about } – { $reasons }
notices-list-line-cancelled = { $when } – { $about } – снято с плана: { $reasons }
notices-list-line-state = { $when } – { $about } – { $state }
notices-list-line-whom = { $whom } – { $state } ({ $at })
notices-list-none-ahead =
    { $hours ->
        [one] Ничего не запланировано: план составляется на { $hours } час вперёд.
        [few] Ничего не запланировано: план составляется на { $hours } часа вперёд.
       *[other] Ничего не запланировано: план составляется на { $hours } часов вперёд.
    }
notices-list-none-sent =
    { $hours ->
        [one] За последний { $hours } час ничего не отправлено. Более раннее – у занятия или человека.
        [few] За последние { $hours } часа ничего не отправлено. Более раннее – у занятия или человека.
       *[other] За последние { $hours } часов ничего не отправлено. Более раннее – у занятия или человека.
    }
notices-list-none-unsent =
    { $hours ->
        [one] За последний { $hours } час отправлено всё, что полагалось.
        [few] За последние { $hours } часа отправлено всё, что полагалось.
       *[other] За последние { $hours } часов отправлено всё, что полагалось.
    }
notices-list-hint = По человеку: <code>/notices Иванов</code>. По занятию: кнопка «Уведомления» на его карточке.
notices-list-hint-person = Всё по одному человеку: <code>/notices Иванов</code>.

notices-list-head = <b>{ $about }</b>
notices-list-head-of = <b>Уведомления: { $title }</b>
notices-list-event-hours = Занятие: { $day }, { $hours } ({ $zone })
notices-list-head-when = Уведомление: { $when }
notices-list-event-occasion = <b>{ $number }. { $kind }</b>, { $when }
notices-list-event-none =
    { $hours ->
        [one] Об этом занятии ничего не запланировано и не отправлялось. План составляется на { $hours } час вперёд.
        [few] Об этом занятии ничего не запланировано и не отправлялось. План составляется на { $hours } часа вперёд.
       *[other] Об этом занятии ничего не запланировано и не отправлялось. План составляется на { $hours } часов вперёд.
    }
notices-list-event-more = … и ещё { $count } раньше.
notices-list-person-none = Ничего не запланировано и не отправлялось.
notices-list-outside = Не в боте: уведомления не доходят.
notices-list-without-consent = Нет согласия на обработку данных: уведомления не отправляются.
notices-list-blocked = Бот заблокирован: уведомления не доходят.
notices-list-muted = Отключено самим получателем: { $groups }.

notices-list-choose = Уведомления какого потока?
notices-list-no-streams = Потоков пока нет: загрузите программу книгой Excel, /template.
notices-list-nobody = По словам «{ $words }» в ваших потоках никого нет. Подойдёт часть имени, муниципалитет, телефон или код.
notices-list-found =
    { $count ->
        [one] «{ $words }»: { $count } человек
        [few] «{ $words }»: { $count } человека
       *[other] «{ $words }»: { $count } человек
    }
notices-list-found-more = Показаны первые { $shown }: уточните запрос.

notices-list-button-notices = Уведомления
notices-list-button-ahead = Впереди: { $count }
notices-list-button-sent = Отправлено: { $count }
notices-list-button-unsent = Не отправлено: { $count }
notices-list-button-again = Обновить
notices-list-button-board = ‹ Уведомления
notices-list-button-event = Все уведомления занятия
notices-list-button-card = Карточка занятия
notices-list-button-person = Карточка человека

error-notice-forgotten = Этой записи больше нет: сведения об уведомлениях хранятся 90 дней.
notices-kind-report-prompt = Просьба об отчёте
notices-kind-report-told = Отчёт команды
notices-kind-report-overtaken = Отчёт вслед за отчётом
notices-kind-report-silence = Молчание проектов
notices-kind-blocker-helper = Просьба помочь проекту
notices-kind-blocker-asked = Вопрос о помехе
