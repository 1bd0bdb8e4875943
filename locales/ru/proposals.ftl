command-accept = принять команду, которую вам предложили
command-decline = отказаться от предложенной команды

proposals-nothing = Предложений, которые ждут вашего ответа, нет.
proposals-title =
    { $count ->
        [one] <b>Вашего ответа ждёт { $count } команда</b>
        [few] <b>Вашего ответа ждут { $count } команды</b>
       *[many] <b>Вашего ответа ждут { $count } команд</b>
    }
proposals-asked = <b>Вас просят стать наставником: { $team }</b>
proposals-reminder =
    { $days ->
        [one] <b>Вашего ответа ждут { $days } день: { $team }</b>
        [few] <b>Вашего ответа ждут { $days } дня: { $team }</b>
       *[many] <b>Вашего ответа ждут { $days } дней: { $team }</b>
    }
proposals-accepted = <b>Вы – наставник: { $team }</b>
proposals-accepted-hint = Бот познакомит вас с командой: пришлёт обеим сторонам контакты и повестку первой встречи.
proposals-declined = <b>Вы отказались: { $team }</b>. Организаторы об этом узнают.
proposals-withdrawn = <b>Предложение отозвано: { $team }</b>. Отвечать на него не нужно.
proposals-ended = <b>Наставничество завершено: { $team }</b>
proposals-project = Проект: { $project }
proposals-direction = Направление: { $direction }
proposals-place = Откуда: { $place }
proposals-zone = Часы: { $city }, { $zone }
proposals-topics = Темы: { $topics }
proposals-needs = Запрос: { $needs }
proposals-why = Почему вы: { $why }
proposals-taken = Занято у вас: { $taken } из { $capacity }
proposals-decline = Отказаться: «{ $team }»? Причина поможет организаторам, но она не обязательна. Команда её не увидит.
proposals-type = Напишите одним сообщением, почему отказываетесь («{ $team }»). Прочитают только организаторы.
proposals-excuse-time = Сейчас нет времени
proposals-excuse-topic = Не моя тема
proposals-excuse-known = Знакомы лично, лучше другой наставник
proposals-excuse-none = Отказаться без причины
proposals-button-accept = Принять
proposals-button-decline = Отказаться
proposals-button-words = Написать причину
proposals-button-back = ‹ Назад
proposals-silent =
    { $days ->
        [one] <b>Наставник молчит { $days } день:</b> { $mentor } – «{ $team }».
        [few] <b>Наставник молчит { $days } дня:</b> { $mentor } – «{ $team }».
       *[many] <b>Наставник молчит { $days } дней:</b> { $mentor } – «{ $team }».
    }
proposals-phone = Позвонить: { $phone }
proposals-refused = <b>Наставник отказался:</b> { $mentor } – «{ $team }».
proposals-reason = Причина: { $reason }
proposals-instead = Бот нашёл замену: <b>{ $mentor }</b>. Наставнику ещё ничего не отправлено.
proposals-also =
    { $count ->
        [one] Вместе с этим изменится ещё { $count } пара.
        [few] Вместе с этим изменятся ещё { $count } пары.
       *[many] Вместе с этим изменятся ещё { $count } пар.
    }
proposals-no-replacement = Замены пока нет.
proposals-button-match = К подбору
proposals-button-find = Подобрать замену
proposals-button-propose = Отправить предложение
proposals-button-changes = Что изменится

introduction-team = <b>Знакомьтесь, ваша команда: { $team }</b>
introduction-mentor = <b>Знакомьтесь: у вас есть наставник</b> («{ $team }»)
introduction-person = { $name }
introduction-lead = { $name } – руководитель команды
introduction-post = { $post }
introduction-phone = Телефон: { $phone }
introduction-why = Почему этот наставник: { $why }
introduction-agenda = <b>Для первой встречи</b>
introduction-agenda-meet = 1. Познакомиться: кто за что отвечает в проекте.
introduction-agenda-needs = 2. Обсудить запрос: { $needs }
introduction-agenda-no-needs = 2. Сформулировать, с чем нужна помощь.
introduction-agenda-rhythm = 3. Договориться, как часто встречаться, и назначить следующую встречу.
introduction-clocks = У вас разные часы: { $clocks }.

error-proposal-full =
    { $taken ->
        [one] Мест больше нет: у вас уже { $taken } команда из { $capacity }. Чтобы принять ещё одну, увеличьте число мест: /capacity.
        [few] Мест больше нет: у вас уже { $taken } команды из { $capacity }. Чтобы принять ещё одну, увеличьте число мест: /capacity.
       *[many] Мест больше нет: у вас уже { $taken } команд из { $capacity }. Чтобы принять ещё одну, увеличьте число мест: /capacity.
    }
error-proposal-barred = Принять «{ $team }» уже нельзя: организаторы исключили эту пару. Отвечать не нужно, предложение отзовут. Вопросы: /ask.
error-proposal-accepted = Вы уже наставник: «{ $team }».
error-proposal-declined = Вы уже отказались: «{ $team }». Если передумали, скажите организаторам.
error-proposal-withdrawn = Организаторы отозвали предложение «{ $team }»: отвечать не нужно.
error-proposal-ended = Наставничество «{ $team }» завершено.
