projects-choose =
    { $count ->
        [one] <b>Ваш проект</b>
       *[other] <b>Какой проект показать?</b>
    }
projects-none = Проекта у вас пока нет: вы не записаны ни в одну команду с проектом. Если это ошибка, напишите организаторам: /ask
projects-none-leads = Своего проекта у вас нет. Все проекты, которые вам видны, – в списке.
projects-button-all = Все проекты
projects-title = <b>{ $title }</b>
projects-stage = Стадия: { $stage } · { $team }
projects-title-only = Отчёты, помехи и файлы видны команде, её наставнику и организаторам.
projects-no-reports = Отчётов ещё не было.
projects-moment = { $day }, { $time } ({ $zone })
projects-somebody = автор неизвестен
projects-reported = Отчёт: <b>{ $light }</b> – { $name }, { $at }
projects-rule = По правилу: { $words }
projects-rule-differs = По правилу: <b>{ $words }</b> – не совпадает с отчётом
projects-rule-why = { $light } ({ $why })
projects-reason-never = отчётов не было
projects-reason-stale =
    { $days ->
        [one] нет отчёта { $days } день
        [few] нет отчёта { $days } дня
       *[many] нет отчёта { $days } дней
    }
projects-reason-overdue =
    { $count ->
        [one] просрочена { $count } контрольная точка
        [few] просрочены { $count } контрольные точки
       *[many] просрочены { $count } контрольных точек
    }
projects-next-milestone = Контрольная точка: { $words }
projects-milestone = { $title } – { $day } ({ $left })
projects-milestone-done = { $title } – { $day } (выполнена)
projects-milestone-line = { $number }. { $words }
projects-overdue-by =
    { $days ->
        [one] просрочена на { $days } день
        [few] просрочена на { $days } дня
       *[many] просрочена на { $days } дней
    }
projects-blockers = <b>Мешает</b>
projects-blocker = – { $words } ({ $age })
projects-blocker-helped = – { $words } ({ $age }; помогает { $name })
projects-blockers-more =
    { $count ->
        [one] и ещё { $count } помеха
        [few] и ещё { $count } помехи
       *[many] и ещё { $count } помех
    }
projects-age =
    { $days ->
        [0] с сегодняшнего дня
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
projects-mentor = Наставник: { $names }
projects-snoozed = Вам напомнят об отчёте { $until }.
projects-leave-own = Вы в отпуске до { $until }: об отчётах не напоминаем.
projects-leave-team = Команда в отпуске до { $until }: об отчётах не напоминаем.
projects-last-reports = <b>Последние отчёты</b>
projects-report-head = { $light } – { $name }, { $at }
projects-report-corrected = { $light } – { $name }, { $at }, исправлено
projects-report-done = Сделано: { $words }
projects-report-hinders = Мешает: { $words }
projects-report-next = Дальше: { $words }

projects-button-report = Отчитаться
projects-button-go-on = Продолжить отчёт
projects-button-go-on-correcting = Продолжить исправление
projects-button-afresh = Новый отчёт вместо исправления
projects-button-history = История
projects-button-milestones = Контрольные точки
projects-button-papers = Файлы
projects-button-stage = Стадия
projects-button-pause = Когда напоминать
projects-button-blocker = Мешает: { $words }
projects-button-card = ‹ Проект
projects-button-back = ‹ Назад
projects-button-reached = Выполнена: { $title }
projects-button-unreached = Ещё не выполнена: { $title }

projects-milestones-title = <b>Контрольные точки</b>: { $title }
projects-ask-stage = <b>{ $title }</b>: на какой стадии проект? Сейчас: { $stage }.
projects-stage-set = Стадия теперь: { $stage }.

projects-choose-green = зелёный: всё по плану
projects-choose-yellow = жёлтый: есть риски
projects-choose-red = красный: нужна помощь
projects-ask-light = <b>{ $title }</b>: как идут дела?
projects-ask-done = <b>Что сделано?</b> Напишите одним сообщением, до { $most } знаков.
projects-ask-hinders = <b>Что мешает?</b> Напишите или нажмите кнопку.
projects-ask-next = <b>Что дальше?</b> Выберите контрольную точку или напишите своими словами.
projects-hindered = Мешало раньше:
projects-button-nothing = Ничего не мешает
projects-button-nothing-any-more = Больше ничего не мешает
projects-button-still-the-same = Всё то же
projects-button-no-next = Без контрольной точки
projects-button-later = Отложить
projects-button-discard = Удалить черновик
projects-button-discard-sure = Да, удалить
projects-ask-discard = Удалить недописанный отчёт?
projects-ask-which = <b>{ $title }</b>: у вас недописано исправление прежнего отчёта. Продолжить его или начать новый отчёт? Новый отчёт займёт место исправления: прежний останется таким, каким был отправлен.
projects-discarded = Черновик удалён.
projects-kept = Отложено: написанное сохранено. Продолжить можно в любой день, отсюда или из /project.
projects-review = <b>Проверьте отчёт</b>: { $title }
projects-review-correction = <b>Проверьте исправление</b>: { $title }
projects-review-light = Свет: { $light }
projects-review-kept = Мешает по-прежнему: { $words }
projects-review-nothing = Ничего не мешает
projects-review-nothing-closes =
    { $count ->
        [one] Ничего не мешает: { $count } прежняя помеха закроется
        [few] Ничего не мешает: { $count } прежние помехи закроются
       *[many] Ничего не мешает: { $count } прежних помех закроются
    }
projects-review-no-next = Дальше: без контрольной точки
projects-button-give = Отправить
projects-button-give-correction = Исправить отчёт
projects-button-again-light = ✎ Свет
projects-button-again-done = ✎ Сделано
projects-button-again-hinders = ✎ Мешает
projects-button-again-next = ✎ Дальше
projects-given = Отчёт принят: { $light }. Проект «{ $title }».
projects-corrected = Отчёт исправлен: { $light }. Проект «{ $title }». Прежний текст остался в истории.
projects-given-before = Пока вы писали, отчёт отправил(а) { $name } ({ $at }): { $light }. Оба отчёта сохранены; действует ваш, он позже.

projects-history-title = <b>История отчётов</b>: { $title }
projects-history-replaced = Исправлен позже: действует исправление.
projects-button-correct = Исправить: { $at }

projects-blocker-title = <b>{ $title }</b>: что мешает
projects-blocker-words = { $words }
projects-blocker-opened = Сообщил(а) { $name }, { $at } ({ $age })
projects-blocker-helper = Помогает { $name }
projects-blocker-nobody = Помощник не назван.
projects-blocker-closed = Закрыто { $at }.
projects-button-close = Больше не мешает
projects-button-still = Ещё мешает
projects-button-helper = Назвать помощника
projects-button-other-helper = Другой помощник
projects-button-find-helper = Найти по имени
projects-button-blocker-back = ‹ Помеха
projects-ask-helper = Кто поможет? «{ $words }». Помощник узнает об этом сразу, и бот будет спрашивать его, пока помеху не закроют.
projects-ask-helper-name = Напишите фамилию того, кто поможет.
projects-helper-not-found = По запросу «{ $words }» в потоке никого нет.

projects-pauses-title = <b>Когда напоминать об отчёте</b>
projects-pauses-about = Бот просит отчёт раз в неделю, если от команды его ещё нет. Отпуск не делает отчёт свежее: сроки на карточке считаются как всегда.
projects-button-in-hours = Через { $hours } ч
projects-button-tomorrow = Завтра в 10:00
projects-button-leave = В отпуске до: { $until }
projects-button-leave-other = В отпуске до другого дня…
projects-button-leave-team = Вся команда до: { $until }
projects-button-leave-team-other = Вся команда до другого дня…
projects-button-resume = Напоминать как обычно
projects-ask-day = До какого дня? Напишите, например: до 12.01 или до 12 января.

projects-notice-prompt = <b>Пора отчитаться</b>: { $title }. Это минута: свет, что сделано, что мешает, что дальше.
projects-notice-told = <b>Отчёт команды</b>: { $title }
projects-notice-told-correction = <b>Отчёт исправлен</b>: { $title }
projects-notice-overtaken = <b>Действует другой отчёт</b>: { $title }. После вас отчёт отправил(а) { $name }. Оба сохранены, ваш – в истории.
projects-notice-silence =
    { $count ->
        [one] <b>Молчит { $count } проект</b>
        [few] <b>Молчат { $count } проекта</b>
       *[many] <b>Молчат { $count } проектов</b>
    }
projects-notice-silent =
    { $days ->
        [one] – { $title } ({ $team }): нет отчёта { $days } день
        [few] – { $title } ({ $team }): нет отчёта { $days } дня
       *[many] – { $title } ({ $team }): нет отчёта { $days } дней
    }
projects-notice-silent-more =
    { $count ->
        [one] и ещё { $count } проект
        [few] и ещё { $count } проекта
       *[many] и ещё { $count } проектов
    }
projects-notice-helper = <b>Вас просят помочь проекту</b>: { $title }
projects-notice-helper-words = Мешает: { $words }
projects-notice-helper-by = Сообщил(а) { $name }.
projects-notice-blocker = <b>Ещё мешает?</b> { $title }
projects-notice-blocker-words = { $words } ({ $age })
projects-still-noted = Записал: ещё мешает. Спрошу снова через несколько дней.
projects-button-about-blocker = Подробнее
projects-through = { $name } (через помощника: { $helper })
