assistants-title = <b>Помощники</b>
assistants-title-of = <b>Помощники</b>: { $name }
assistants-about = Помощник видит расписание, «Мой заезд» и экскурсии и может спросить организаторов – всегда с пометкой «через помощника». «Мои данные» он не видит и стереть ничего не может. Помощников может быть не больше { $most }.
assistants-none = Сейчас помощников нет.
assistants-since = • { $name } – помощник с { $day }
assistants-waiting = • { $name } – ещё не в боте, ссылка действует до { $day }
assistants-acts = <b>Что сделано от имени:</b>
assistants-did-boarded = { $time } (МСК) – «Я в автобусе»: отметил(а) помощник { $name }
assistants-did-reported = { $time } (МСК) – отчёт по проекту: отправил(а) помощник { $name }
assistants-did-stayed = { $time } (МСК) – «Не поеду»: отметил(а) помощник { $name }
assistants-did-asked = { $time } (МСК) – вопрос № { $number }: написал(а) помощник { $name }
assistants-did-signed-up = { $time } (МСК) – запись на экскурсию: отметил помощник { $name }
assistants-did-gave-up = { $time } (МСК) – отказ от места на экскурсии: отметил помощник { $name }
assistants-did-met = { $time } (МСК) – встреча с наставником: отметил(а) помощник { $name }
assistants-did-wrote = { $time } (МСК) – письмо наставнику: написал(а) помощник { $name }
assistants-button-invite = Пригласить помощника
assistants-button-end = Отозвать: { $name }
assistants-button-person = ‹ Карточка человека
assistants-button-back = ‹ Помощники
assistants-button-list = Помощники
assistants-name =
    Напишите фамилию, имя и отчество помощника одним сообщением.

    В ответ придёт ссылка для него: она сработает один раз и действует 7 дней.
assistants-invited =
    <b>{ $name }</b> – помощник: { $head }

    Перешлите эту ссылку только помощнику, действует до { $day }:
    { $link }
assistants-question =
    Вы – <b>{ $name }</b>?

    Вас приглашают помощником: <b>{ $head }</b>.
assistants-may = Вы будете видеть программу этого человека и сможете спросить организаторов от его имени: каждый раз будет видно, что это сделали вы. Если ссылка не ваша, нажмите «Нет»: она останется в силе.
assistants-joined = { $name } – теперь ваш помощник. Если это ошибка, отзовите.
assistants-ended-told = Вы больше не помощник: { $name }.
assistants-left-told = { $name } больше не ваш помощник.
assistants-acting = Вы действуете как помощник: <b>{ $name }</b>.
assistants-helping = Вы можете действовать и как помощник: выберите, за кого.
assistants-not-for-you = Помощника может назвать слушатель или руководитель команды. Сами вы сейчас никому не помогаете.
assistants-button-act = Помогать: { $name }
assistants-button-myself = Действовать за себя
assistants-button-stop = Больше не помогать
assistants-button-stay = Нет, остаться помощником
assistants-sure-stop = Да, больше не помогать
assistants-ask-stop = Больше не помогать: <b>{ $name }</b>? Доступ закроется сразу.
assistants-stopped = Вы больше не помощник. Спасибо!
assistants-welcome =
    Здравствуйте, { $name }! Вы помощник: <b>{ $head }</b>.

    Четыре слова внизу экрана показывают программу этого человека. За кого действовать: /assistants.
assistants-closed =
    Вы помощник: <b>{ $name }</b>. Сейчас у этого человека нет доступа к программе: он ещё не согласился с новым текстом о данных или больше не числится в потоке.
assistants-through = Через помощника: { $name }
