command-projects = проекты: кто отстаёт, что мешает

projects-light-red = красный
projects-light-yellow = жёлтый
projects-light-green = зелёный
projects-light-grey = серый

portfolio-head =
    { $count ->
        [one] <b>{ $count } проект</b>
        [few] <b>{ $count } проекта</b>
       *[other] <b>{ $count } проектов</b>
    }
portfolio-head-titles = <b>Проекты потока: { $count }</b>
portfolio-count = { $light } – { $count }
portfolio-head-silent =
    { $count ->
        [one] Молчит { $count } команда: свежего отчёта нет.
        [few] Молчат { $count } команды: свежего отчёта нет.
       *[other] Молчат { $count } команд: свежего отчёта нет.
    }
portfolio-shown = Показано: { $what }.
portfolio-none = Проектов пока нет. Они загружаются таблицей: /template
portfolio-none-fits = Таких проектов сейчас нет.
portfolio-line = { $place }. { $light } · <b>{ $title }</b>
portfolio-title-line = { $place }. { $title } – { $stage }
portfolio-team = { $team } · { $stage }
portfolio-differ = { $reported }, по правилу { $rule }
portfolio-silent =
    { $count ->
        [one] молчат { $count } день
        [few] молчат { $count } дня
       *[other] молчат { $count } дней
    }
portfolio-never = отчётов ещё не было
portfolio-overdue = просрочено: «{ $title }», { $day }
portfolio-blocker = Мешает { $age }: { $words }{ $rest }
portfolio-more-blockers = { " " }(и ещё { $count })
portfolio-narrow = <b>Какие проекты показать?</b>
portfolio-choose-dir = <b>Какое направление?</b>
portfolio-choose-fac = <b>Какая фабрика изменений?</b>
portfolio-choose-str = <b>Какой поток?</b>
portfolio-button-narrow = Отобрать
portfolio-button-all = Показать все
portfolio-button-any = Любое
portfolio-button-silent = молчат
portfolio-button-silent-count = Молчат – { $count }
portfolio-button-dir = Направление
portfolio-button-fac = Фабрика изменений
portfolio-button-str = Поток
portfolio-button-digest = Что изменилось
portfolio-button-picture = Картинкой
portfolio-button-monthly = Отчёт за месяц
portfolio-button-defences = Порядок защит
portfolio-button-list = К списку проектов

portfolio-digest-nothing = С { $day } в проектах ничего не изменилось.
portfolio-digest-head =
    { $count ->
        [one] <b>С { $day } изменился { $count } проект из { $all }</b>
        [few] <b>С { $day } изменились { $count } проекта из { $all }</b>
       *[other] <b>С { $day } изменились { $count } проектов из { $all }</b>
    }
portfolio-digest-turned = { $light } (было: { $was })
portfolio-digest-done = Сделано: { $words }
portfolio-digest-closed =
    { $count ->
        [one] Снята { $count } помеха
        [few] Сняты { $count } помехи
       *[other] Снято { $count } помех
    }
portfolio-digest-reached = Пройдена точка: { $title }
portfolio-digest-more =
    { $count ->
        [1] Изменился ещё { $count } проект: он в списке проектов.
        [one] Изменился ещё { $count } проект: они в списке проектов.
        [few] Изменились ещё { $count } проекта: они в списке проектов.
       *[other] Изменилось ещё { $count } проектов: они в списке проектов.
    }
portfolio-digest-silents = <b>Без свежего отчёта:</b> { $teams }{ $rest }
portfolio-digest-silent = { $team } ({ $how })
portfolio-digest-silent-more = { " " }и ещё { $count }

notices-kind-project-digest = Что изменилось в проектах
settings-group-digest = Сводка по проектам
settings-about-digest = Раз в неделю – что изменилось в проектах, которые вы ведёте. Без неё отстающих видно только в /projects.
setting-title-digest-day = День сводки по проектам
setting-title-digest-hour = Час сводки по проектам
setting-about-digest-day = В какой день недели организаторы и наставники узнают, что изменилось в проектах. Если ничего не изменилось, сводка не приходит.
setting-about-digest-hour = В котором часу присылать сводку: по часам каждого.

portfolio-picture-title = Проекты
portfolio-picture-made = { $day }, { $time } МСК
portfolio-picture-about =
    { $count ->
        [one] { $count } проект
        [few] { $count } проекта
       *[other] { $count } проектов
    } · { $when }
portfolio-picture-footer = Составлено { $when }
portfolio-picture-more = ещё { $count } – в таблице
portfolio-picture-blocked = мешает { $age }
portfolio-picture-caption = Проекты: { $counts }. Картинка сама не обновляется; подробно – /projects
portfolio-picture-none = Показывать пока нечего: проектов нет.

portfolio-monthly-name = Отчёт по проектам, { $month }.xlsx
portfolio-monthly-caption = Отчёт по проектам за { $month }: строка – проект. Видны только ваши проекты; файл сам не обновляется.
portfolio-monthly-blocker = { $words } (с { $since }, помогает: { $helper })
portfolio-monthly-nobody = никто не назван
portfolio-monthly-overdue = контрольная точка просрочена
portfolio-button-monthly-back = За { $month }
portfolio-column-number = №
portfolio-column-stream = Поток
portfolio-column-project = Проект
portfolio-column-team = Команда
portfolio-column-municipality = Муниципалитет
portfolio-column-direction = Направление
portfolio-column-factory = Фабрика изменений
portfolio-column-stage = Стадия
portfolio-column-status = Статус по отчёту
portfolio-column-rule = Статус по правилу
portfolio-column-done = Что сделано за месяц
portfolio-column-hinders = Проблемы и риски
portfolio-column-closed = Решённые за месяц проблемы
portfolio-column-next = Ближайшая контрольная точка
portfolio-column-overdue = Просроченные контрольные точки
portfolio-column-reported = Последний отчёт
portfolio-column-by = Кто отчитался
portfolio-column-lead = Руководитель команды
portfolio-column-mentor = Наставник
exports-projects = Отчёт по проектам
exports-projects-name = Отчёт по проектам { $day }.xlsx
exports-projects-caption = Отчёт по проектам ваших потоков за этот месяц: строка – проект. Сам по себе файл не обновится.
exports-projects-written = Отчёт по проектам выгружен: { $path }

portfolio-paper-charter = Паспорт
portfolio-paper-presentation = Презентация
portfolio-paper-regulation = Регламент
portfolio-paper-other = Другой файл
portfolio-button-papers = Файлы проекта
portfolio-button-card = К карточке проекта
portfolio-button-event = О занятии
portfolio-button-send = Прислать файл
portfolio-button-remove = Убрать { $number }
portfolio-button-remove-sure = Да, убрать
portfolio-button-keep = Не убирать
portfolio-button-not-now = Не сейчас
portfolio-button-earlier = Прежние версии: { $count }
portfolio-papers = <b>Файлы проекта «{ $title }»</b>
portfolio-papers-earlier = <b>Прежние версии: { $count }</b> – «{ $title }»
portfolio-papers-none = Пока ничего нет.
portfolio-papers-line = { $place }. { $kind }, версия { $number }: { $name }{ $state }
portfolio-papers-by = { $day }, { $time } МСК, { $by }
portfolio-papers-removed = { " " }(убран)
portfolio-papers-gone = { " " }(больше не открывается)
portfolio-papers-nobody = отправитель не известен
portfolio-papers-photo = фотография
portfolio-papers-file = файл без названия
portfolio-papers-kind = <b>Что это за файл?</b> Новый паспорт, презентация или регламент заменит прежний; прежний останется в истории.
portfolio-papers-send = <b>Пришлите файл сюда: { $name }</b> проекта «{ $title }». Подойдёт документ или фотография.
portfolio-papers-kept = <b>{ $name }: сохранена версия { $number }.</b> Её видят команда, наставник и организаторы.
portfolio-papers-known = { $name }: этот файл уже есть, версия { $number }.
portfolio-papers-remove = Убрать «{ $name }»? В истории файл останется.
portfolio-papers-lost = Файл «{ $name }» больше не открывается: мессенджер его не отдаёт. Пришлите его заново.

portfolio-defence-title = Защита проекта «{ $title }»
portfolio-defence-none = <b>Время защиты пока не назначено.</b>
portfolio-defence-over = <b>Защита прошла.</b>
portfolio-defence-left = <b>Защита { $when }.</b>
portfolio-defence-slot = { $day }, { $hours } ({ $where }). Место { $place } из { $count }, ориентировочно в { $time }.
portfolio-checklist = <b>К защите:</b>
portfolio-checklist-line = { $name } – { $state }; { $file }
portfolio-checklist-version = файл есть, версия { $number }
portfolio-checklist-no-file = файла нет
portfolio-ready = ✓ готово
portfolio-not-ready = ещё не готово
portfolio-button-ready = { $name }: готово
portfolio-button-unready = { $name }: ещё не готово
portfolio-defences = <b>Какая защита?</b>
portfolio-defences-none = Защит с проектами в опубликованной программе пока нет. Их назначают в таблице: лист «Проекты», столбец «Защита».
portfolio-order = <b>Порядок защиты: { $count }</b> – { $title }
portfolio-order-when = { $day }, { $hours } ({ $where })
portfolio-order-line =
    { $place }. Около { $time } · <b>{ $title }</b>
    { $team } · { $state }
portfolio-order-ready = всё готово
portfolio-order-missing = не готово: { $what }
portfolio-order-hint = Номер переставляет проект. О переменах узнают только те команды, чьё место изменилось.
portfolio-order-place = <b>На какое место поставить «{ $title }»?</b> Сейчас { $place }.
portfolio-button-keep-order = Оставить как есть

portfolio-slot-assigned = <b>Назначена защита проекта «{ $title }»</b>
portfolio-slot-moved = <b>Изменилось время или место в очереди: защита проекта «{ $title }»</b>
portfolio-slot-gone = <b>Защита проекта «{ $title }» пока не назначена:</b> прежнее время больше не действует.
portfolio-button-defence = Защита
notices-kind-defence-slot = Место на защите
notices-kind-defence-ahead = До защиты осталось
settings-always-defence-slot = просьбы помочь проекту и время защиты
setting-title-defence-leads = Напоминания о защите
setting-about-defence-leads = За сколько до защиты команда узнаёт, сколько осталось и что ещё не готово.
error-paper-gone = Этого файла больше нет. Файлы проекта открываются на его карточке: /project
error-papers-many = У проекта уже { $count } файлов этого вида: больше не сохраняется.
error-defence-gone = Эта защита больше не назначена. Порядок защит: /projects
portfolio-stage = Стадия: { $stage }
