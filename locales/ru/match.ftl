command-match = наставники: подбор пар для команд

match-which-stream = Подбор наставников какого потока показать?
match-none =
    { $teams ->
        [one] <b>Черновика подбора ещё нет.</b> { $stream }: { $teams } команда
        [few] <b>Черновика подбора ещё нет.</b> { $stream }: { $teams } команды
       *[many] <b>Черновика подбора ещё нет.</b> { $stream }: { $teams } команд
    }, { $mentors ->
        [one] { $mentors } наставник.
        [few] { $mentors } наставника.
       *[many] { $mentors } наставников.
    }
match-none-hint = Нажмите «Подобрать пары»: бот составит черновик, его увидите только вы. Правила для отдельных команд («Закреплён наставник», «Не назначать», пожелания) берутся из книги и из чата.
match-title =
    { $total ->
        [one] <b>Черновик подбора: с наставником { $served } из { $total } команды</b>
       *[many] <b>Черновик подбора: с наставником { $served } из { $total } команд</b>
    }
    { $stream }
match-state = Ждут ответа наставника: { $waiting }. Приняты: { $accepted }.
match-loose =
    { $count ->
        [one] { $count } слушатель не входит ни в одну команду: пары ему не подбираются.
        [few] { $count } слушателя не входят ни в одну команду: пары им не подбираются.
       *[many] { $count } слушателей не входят ни в одну команду: пары им не подбираются.
    }
match-stale = ⚠ Данные с тех пор изменились. Пересчитайте, прежде чем отправлять.
match-trouble = ⚠ { $said }
match-secret = Это черновик: наставники и команды о нём не знают.
match-all-settled = У всех команд уже есть принятый наставник.
match-nothing-here = Здесь пусто.
match-nobody = без наставника
match-pair = <b>{ $number }. { $team }</b> → { $mentor }{ $mark }
match-pair-nobody = <b>{ $number }. { $team }</b> – без наставника
match-mark-pinned = {" "}(закреплён вами)
match-mark-accepted = {" "}(уже принято)
match-mark-proposed = {" "}(предложено, ждёт ответа)
match-fit =
    { $points ->
        [one] { $points } балл: { $why }
        [few] { $points } балла: { $why }
       *[many] { $points } баллов: { $why }
    }
match-fit-direction = направление: { $direction }
match-fit-any-direction = берёт любое направление
match-fit-topics = опыт: { $topics }
match-fit-region = тот же регион
match-fit-hours = разница { $hours } ч
match-fit-point = ,
match-fit-kind = такого наставника и просят
match-fit-team-rank = команда назвала { $rank }-м
match-fit-mentor-rank = наставник назвал команду { $rank }-й
match-fit-nothing = ничего общего в данных
match-kind-expert = отраслевой эксперт
match-kind-alumnus = выпускник
match-kind-methodologist = методист
match-bar-municipality = из того же муниципалитета
match-bar-forbidden = указано «Не назначать»
match-bar-declined = отказ уже был, или работа с этой командой закончена
match-obstacle-unknown = такой пары в потоке нет
match-obstacle-barred = пара запрещена
match-obstacle-paused = наставник на паузе
match-obstacle-capacity = у наставника нет места
match-obstacle-pinned-twice = за командой закреплены двое
match-obstacle-has-mentor = у команды уже есть наставник
match-unkept = Закрепить не получится: { $team } и { $mentor } – { $why }.

match-part-load-title = <b>Нагрузка наставников в этом черновике</b>
match-part-shortage-title = <b>Кто остаётся без наставника и что поможет</b>
match-part-warnings-title = <b>Оба предпочли бы друг друга</b>
match-part-changes-title = <b>Что изменилось по сравнению с прежними парами</b>
match-part-waiting-title = <b>Ждут ответа наставника</b>
match-load = { $name }: { $taken } из { $capacity }{ $pause }
match-load-paused = {" "}(пауза до { $day })
match-left = <b>{ $team }</b>: { $why }
match-cause-no-mentors = в потоке нет наставников
match-cause-barred = никому нельзя: из того же муниципалитета, запрещены или уже отказались
match-cause-paused = все, кто мог бы взять, на паузе
match-cause-places = у подходящих наставников заняты все места
match-help-places =
    { $count ->
        [one] Поможет ещё { $count } место: { $mentors }.
        [few] Помогут ещё { $count } места: { $mentors }.
       *[many] Помогут ещё { $count } мест: { $mentors }.
    }
match-help-return =
    { $count ->
        [1] Команду мог бы взять тот, кто на паузе: { $mentors }.
       *[other] Команды ({ $count }) мог бы взять тот, кто на паузе: { $mentors }.
    }
match-help-group = Можно встречаться группой. Наставник: { $mentor }; направление: { $direction }; команды: { $teams }.
match-warning = <b>{ $team }</b> и <b>{ $mentor }</b> подходят друг другу больше: команде на { $team_wins }, наставнику на { $mentor_wins }. Сейчас у команды: { $present }. Наставнику пришлось бы уступить: { $instead }.
match-move = <b>{ $team }</b>: { $before } → { $after }
match-waits =
    { $days ->
        [0] { $mentor } – «{ $team }», предложено сегодня
        [one] { $mentor } – «{ $team }», { $days } день без ответа
        [few] { $mentor } – «{ $team }», { $days } дня без ответа
       *[many] { $mentor } – «{ $team }», { $days } дней без ответа
    }

match-confirm = <b>Отправить предложения наставникам?</b>
match-confirm-back = <b>Отозвать предложения?</b> Новых в этом черновике нет.
match-confirm-send =
    { $count ->
        [1] Будет отправлено { $count } предложение: наставник увидит команду и ответит «Принять» или «Отказаться».
        [one] Будет отправлено { $count } предложение: каждый наставник увидит команду и ответит «Принять» или «Отказаться».
        [few] Будет отправлено { $count } предложения: каждый наставник увидит команду и ответит «Принять» или «Отказаться».
       *[many] Будет отправлено { $count } предложений: каждый наставник увидит команду и ответит «Принять» или «Отказаться».
    }
match-confirm-withdraw =
    { $count ->
        [1] { $count } прежнее предложение будет отозвано, наставнику об этом скажут.
        [one] { $count } прежнее предложение будет отозвано, наставникам об этом скажут.
        [few] { $count } прежних предложения будут отозваны, наставникам об этом скажут.
       *[many] { $count } прежних предложений будут отозваны, наставникам об этом скажут.
    }
match-not-entered =
    { $count ->
        [one] ⚠ { $count } наставник ещё не вошёл в бот, предложение его не застанет: { $names }.
        [few] ⚠ { $count } наставника ещё не вошли в бот, предложения их не застанут: { $names }.
       *[many] ⚠ { $count } наставников ещё не вошли в бот, предложения их не застанут: { $names }.
    }
match-published =
    { $count ->
        [0] <b>Опубликовано: прежние предложения отозваны, новых нет.</b> { $name }, { $day }, { $time } (МСК)
        [one] <b>Опубликовано: отправлено { $count } предложение.</b> { $name }, { $day }, { $time } (МСК)
        [few] <b>Опубликовано: отправлено { $count } предложения.</b> { $name }, { $day }, { $time } (МСК)
       *[many] <b>Опубликовано: отправлено { $count } предложений.</b> { $name }, { $day }, { $time } (МСК)
    }
match-published-hint = Когда наставник примет команду, бот познакомит обе стороны. Молчащим бот напомнит, а потом скажет вам.
match-administrator = администратор

match-team = <b>{ $team }</b>
match-team-project = Проект: { $project }
match-team-needs = Запрос: { $needs }
match-team-kinds = Хочет: { $kinds }
match-team-nobody = В черновике без наставника
match-team-mentor = Наставник: <b>{ $mentor }</b>
match-team-proposed = Предложено, ждёт ответа.
match-team-accepted = Уже принято: пересчёт эту пару не трогает.
match-pinned-here = Закреплён вами.
match-candidates = Наставники, начиная с самого подходящего:
match-candidate = { $number }. { $name } – { $points } б., занято { $taken } из { $capacity }; { $why }
match-candidate-pause = на паузе
match-candidate-paused = Сейчас на паузе.
match-candidate-bar = Назначить нельзя: { $why }.
match-taken = Занято { $taken } из { $capacity }
match-pair-title = <b>{ $team }</b> и <b>{ $mentor }</b>
match-forbid-hint = «Не назначать» – если это прямой руководитель, есть конфликт интересов или другая причина.
match-why-together = В черновике они пара.
match-why-later = Почему так, бот скажет, когда черновик будет пересчитан.
match-why-obstacle = <b>Почему не вместе:</b> { $why }.
match-why-not = <b>Почему не вместе. Если их закрепить:</b>
match-why-served =
    { $count ->
        [one] без наставника останется на { $count } команду больше;
        [few] без наставника останется на { $count } команды больше;
       *[many] без наставника останется на { $count } команд больше;
    }
match-why-points =
    { $count ->
        [one] общая сумма станет хуже на { $count } балл;
        [few] общая сумма станет хуже на { $count } балла;
       *[many] общая сумма станет хуже на { $count } баллов;
    }
match-why-equal = по сумме было бы не хуже: выбор между равными;
match-why-more = и ещё пар изменится: { $count }
match-swap = С кем поменяться наставником: «{ $team }»? Обе пары будут закреплены.
match-swap-line = { $team }: { $mentor }

match-button-run = Подобрать пары
match-button-again = Пересчитать
match-button-publish = Отправить предложения: { $count }
match-button-withdraw = Отозвать предложения: { $count }
match-button-sure = Да, отправить: { $count }
match-button-sure-back = Да, отозвать
match-button-back = ‹ К черновику
match-button-board = К подбору
match-button-changes = Что изменилось: { $count }
match-button-shortage = Нехватка: { $count }
match-button-warnings = Предупреждения: { $count }
match-button-load = Нагрузка наставников: { $count }
match-button-waiting = Ждут ответа: { $count }
match-button-pin = Закрепить этого наставника
match-button-unpin = Снять закрепление
match-button-forbid = Не назначать
match-button-allow = Снова разрешить
match-button-swap = Поменяться с другой командой
match-button-team = ‹ К команде

error-match-nobody = Подбирать пока некого: в потоке нет команд с участниками или наставников. Загрузите листы «Команды» и «Наставники».
error-match-facts = С тех пор данные изменились: кто-то ответил, загрузил книгу или изменил правила. Откройте /match, пересчитайте и отправьте новый черновик.
error-match-replaced = Этот черновик уже заменён новым. Откройте /match.
error-match-accepted = { $mentor } уже наставник «{ $team }». Сначала завершите это наставничество.
error-match-bar-municipality = Закрепить нельзя: { $mentor } из того же муниципалитета, что и «{ $team }» или кто-то из её участников.
error-match-bar-forbidden = Закрепить нельзя: для «{ $team }» указано «Не назначать» – { $mentor }. Сначала снова разрешите.
error-match-bar-declined = Закрепить нельзя: { $mentor } и «{ $team }» – отказ уже был, или работа закончена.
error-match-unknown = Закрепить нельзя: «{ $team }» или { $mentor } больше не в потоке.
error-match-paused = Закрепить нельзя: { $mentor } на паузе.
error-match-capacity = Закрепить за командой «{ $team }» нельзя: { $mentor } – все места заняты принятыми и закреплёнными командами.
error-match-pinned-twice = Закрепить нельзя: за «{ $team }» уже закреплён другой наставник.
error-match-has-mentor = Закрепить нельзя: у «{ $team }» уже есть наставник, который её принял.
error-match-barred = Закрепить нельзя: «{ $team }» и { $mentor } не могут быть парой.
