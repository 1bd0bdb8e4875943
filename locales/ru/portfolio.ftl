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
portfolio-age =
    { $count ->
        [0] с сегодняшнего дня
        [one] { $count } день
        [few] { $count } дня
       *[other] { $count } дней
    }
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
portfolio-digest-more = Изменились ещё { $count }: они в списке проектов.
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
