programme-choose = Настройки какой программы показать?
programme-title = <b>Настройки программы</b>: { $title }
programme-hint = Нажмите, что изменить. Отмеченное ✎ отличается от исходного.
programme-button-leads = Напоминания о занятиях
programme-button-corrections = Просят исправить данные: { $count }
programme-button-back = ‹ Настройки
programme-leads =
    { $count ->
        [0] Напоминания о занятиях: нет
        [one] Напоминания: о { $count } виде занятий
        [few] Напоминания: о { $count } видах занятий
       *[many] Напоминания: о { $count } видах занятий
    }
programme-due =
    { $count ->
        [one] Ближайшее удаление: { $day }, { $count } человек
        [few] Ближайшее удаление: { $day }, { $count } человека
       *[many] Ближайшее удаление: { $day }, { $count } человек
    }
programme-due-now =
    { $count ->
        [one] Срок вышел: данные { $count } человека удаляются
        [few] Срок вышел: данные { $count } человек удаляются
       *[many] Срок вышел: данные { $count } человек удаляются
    }

setting-group-notices = <b>Уведомления</b>
setting-group-questions = <b>Вопросы</b>
setting-group-mentoring = <b>Наставники</b>
setting-group-data = <b>Данные</b>
setting-line = { $title }: { $value }
setting-line-changed = ✎ { $title }: <b>{ $value }</b>
setting-title = <b>{ $title }</b>
setting-now = Сейчас: <b>{ $value }</b>
setting-usual = Исходно: { $value }
setting-changed = Изменено: { $name }, { $day }, { $time } (МСК)
setting-changed-by-admin = Изменено администратором { $day }, { $time } (МСК)
setting-changed-by-somebody = Изменено { $day }, { $time } (МСК)
setting-saved = Записал: { $value }.
setting-button-other = Другое…
setting-button-default = Вернуть как было
setting-button-cancel = Не менять
setting-button-no = Нет, оставить
setting-button-sure =
    { $count ->
        [one] Да, удалить данные { $count } человека
        [few] Да, удалить данные { $count } человек
       *[many] Да, удалить данные { $count } человек
    }
setting-erases =
    { $count ->
        [one] <b>С таким сроком данные { $count } человека будут удалены сразу.</b>
        [few] <b>С таким сроком данные { $count } человек будут удалены сразу.</b>
       *[many] <b>С таким сроком данные { $count } человек будут удалены сразу.</b>
    }

    Их потоки давно окончены. Имена, телефоны, ответы и учётные записи сотрутся, в счёте останутся безымянные строки. Отменить это нельзя.
setting-type = <b>{ $title }</b>: напишите новое значение.
setting-example-whole = Одним целым числом, например: 45.
setting-example-hour = Час от 0 до 23, например: 20.
setting-example-hours = Два часа, например: 22–8. Если не нужно, напишите «нет».
setting-example-leadtimes = Через запятую, например: вечер накануне, 2 часа, 15 минут. Если не нужно, напишите «нет».
setting-example-yesno = Напишите «да» или «нет».

setting-title-quiet-hours = Тихие часы
setting-title-plan-hour = План на завтра
setting-title-group-morning = План дня в группе
setting-title-place-offer = Сколько держать место на экскурсии
setting-title-even-load = Ровная нагрузка наставников
setting-title-proposal-remind = Напомнить наставнику
setting-title-proposal-escalate = Сказать организаторам
setting-title-patience = Тревога о вопросе без ответа
setting-title-retention = Хранить данные
setting-title-imports-kept = Отмена загрузки книги

setting-about-quiet-hours = В эти часы людей и организаторов не беспокоят: по часам площадки во время модуля. Время тихих часов не считается и ожиданием ответа на вопрос.
setting-about-plan-hour = Во сколько вечером приходит план на завтра.
setting-about-group-morning = Приходит ли утром, когда кончаются тихие часы, план дня в групповой чат потока. Без звука; личного в нём ничего нет.
setting-about-place-offer = Сколько освободившееся место на экскурсии держится за тем, кому его предложили. Ночь не считается; за полчаса до отправления места никому не держат.
setting-about-even-load = Во сколько баллов соответствия обходится вторая команда у одного наставника; третья – вдвое дороже и так далее. 0 – смотреть только на соответствие. Без наставника из-за этого никто не остаётся.
setting-about-proposal-remind = Через сколько дней напомнить наставнику, который не ответил на предложение.
setting-about-proposal-escalate = Через сколько дней сказать организаторам о наставнике, который так и не ответил.
setting-about-patience = Сколько вопрос участника ждёт ответа, прежде чем организаторам придёт тревога. Тихие часы не считаются.
setting-about-retention = Сколько месяцев после окончания потока хранятся данные людей. Когда срок вышел во всех потоках человека, имя, телефон, ответы и учётная запись стираются, а в счёте остаётся безымянная строка. Организаторы действующих потоков и администраторы остаются.
setting-about-imports-kept = Сколько дней присланная книга ждёт решения, а загруженную можно отменить. Если организатор ведёт несколько программ, действует больший срок.
setting-about-leads = За сколько до начала напоминать о занятии такого вида. «Вечер накануне» – в час плана на завтра.

setting-zero-even-load = не учитывать
setting-zero-retention = бессрочно
setting-zero-quiet-hours = нет
setting-zero-leads = без напоминаний
setting-zero-bus-leaves = не звать
setting-yes = да
setting-no = нет
setting-count-minutes =
    { $count ->
        [one] { $count } минута
        [few] { $count } минуты
       *[many] { $count } минут
    }
setting-count-points =
    { $count ->
        [one] { $count } балл
        [few] { $count } балла
       *[many] { $count } баллов
    }
setting-count-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[many] { $count } дней
    }
setting-count-months =
    { $count ->
        [one] { $count } месяц
        [few] { $count } месяца
       *[many] { $count } месяцев
    }
setting-count-people =
    { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }
setting-lead-evening = вечер накануне
setting-lead-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[many] { $count } дней
    }
setting-lead-hours =
    { $count ->
        [one] { $count } час
        [few] { $count } часа
       *[many] { $count } часов
    }
setting-lead-minutes =
    { $count ->
        [one] { $count } минута
        [few] { $count } минуты
       *[many] { $count } минут
    }

error-setting-minutes = Не понял. Нужно целое число минут от { $least } до { $most }.
error-setting-days = Не понял. Нужно целое число дней от { $least } до { $most }.
error-setting-months = Не понял. Нужно целое число месяцев от { $least } до { $most }; 0 – хранить бессрочно.
error-setting-people = Не понял. Нужно целое число людей от { $least } до { $most }; 0 – никогда.
error-setting-points = Не понял. Нужно целое число баллов от { $least } до { $most }; 0 – не учитывать.
error-setting-hour = Не понял. Нужен целый час от 0 до 23, например 20.
error-setting-hours = Не понял. Нужны два целых часа, например 22–8.
error-setting-hours-long = Слишком долго: тихие часы длятся не больше { $most } часов.
error-setting-leads = Не понял. Нужно до { $most } сроков от 5 минут до 7 дней через запятую, например: вечер накануне, 2 часа, 15 минут.
error-setting-titles = Не понял. Нужно до { $most } названий через «;», каждое не длиннее { $longest } знаков.
error-setting-yes-no = Не понял. Ответьте «да» или «нет».
setting-title-approval-size = Согласование рассылок
setting-about-approval-size = Начиная с какого числа получателей рассылку согласует второй организатор.
setting-zero-approval-size = не нужно
setting-group-broadcasts = <b>Рассылки</b>

setting-group-projects = <b>Проекты</b>
setting-title-stages = Стадии проекта
setting-title-report-day = День отчёта
setting-title-report-hour = Час отчёта
setting-title-staleness = Отчёт устарел через
setting-title-overdue = Отсрочка контрольной точки
setting-title-silence = Сообщать о молчании
setting-title-blocker-days = Спрашивать о помехе каждые
setting-about-stages = Стадии, которые проходит проект, по порядку. Их предлагает карточка проекта, и только они подходят для листа «Проекты» в книге. Проекты на стадии, которой больше нет в списке, остаются на ней, пока её не сменят.
setting-about-report-day = В какой день недели бот просит отчёт у команд, которые ещё не отчитались. Как только отчитается один, остальных не беспокоят.
setting-about-report-hour = В котором часу просить отчёт: по часам каждого участника.
setting-about-staleness = Через сколько дней без отчёта проект по правилу становится серым.
setting-about-overdue = На сколько дней контрольная точка может опоздать, прежде чем проект по правилу станет хотя бы жёлтым.
setting-about-silence = Через сколько дней без отчёта сообщить наставнику команды и организаторам. Если молчание продолжается, столько же дней спустя сообщение придёт снова.
setting-about-blocker-days = Через сколько дней спрашивать помощника, мешает ли ещё то, с чем он взялся помочь. Пока помощник не назван, спрашивают того, кто о помехе сообщил.
setting-zero-overdue = без отсрочки
setting-zero-silence = не сообщать
setting-example-titles = Через «;» или по одной в строке, например: идея; паспорт; защита.
setting-example-weekday = День недели, например: четверг.
setting-weekday-0 = понедельник
setting-weekday-1 = вторник
setting-weekday-2 = среда
setting-weekday-3 = четверг
setting-weekday-4 = пятница
setting-weekday-5 = суббота
setting-weekday-6 = воскресенье
error-setting-weekday = Не понял. Нужен день недели, например: четверг.
