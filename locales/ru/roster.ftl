people-title =
    { $count ->
        [one] <b>Люди ваших потоков</b>: { $count } человек
        [few] <b>Люди ваших потоков</b>: { $count } человека
       *[many] <b>Люди ваших потоков</b>: { $count } человек
    }
people-hint = Найти: <code>/people Иванов</code>. Подойдёт часть имени, муниципалитет, телефон в любом виде или код.
people-nobody = По словам «{ $words }» в ваших потоках никого нет.
people-found =
    { $count ->
        [one] «{ $words }»: { $count } человек
        [few] «{ $words }»: { $count } человека
       *[many] «{ $words }»: { $count } человек
    }
people-more = Показаны первые { $shown }: уточните запрос.
people-button-all = Все люди потоков
people-button-waiting =
    { $count ->
        [one] Просит доступ: { $count } человек
        [few] Просят доступ: { $count } человека
       *[many] Просят доступ: { $count } человек
    }

people-name = <b>{ $name }</b>
people-post = { $value }
people-municipality = { $value }
people-phone = Телефон: { $value }
people-code = Код: { $value }
people-part = <b>{ $stream }</b>: { $roles }
people-left = Вне потока с { $day }
people-group = Группа: { $value }
people-direction = Направление: { $value }
people-team = Команда: { $value }
people-outside = Не в боте, действующей ссылки нет.
people-outside-link = Не в боте. Личная ссылка действует до { $day }.
people-without-consent = Учётная запись привязана, согласия на обработку данных нет.
people-entered = В боте, сообщения доходят.
people-blocked = В боте, но бот заблокирован: сообщения не доходят.
people-new-link =
    Новая личная ссылка, старая больше не открывается:
    { $link }

people-button-unbind = Отвязать учётную запись
people-button-let-go = Отчислить: { $stream }
people-button-take-back = Вернуть: { $stream }
people-button-link = Новая личная ссылка
people-button-no = Нет, оставить как есть
people-ask-unbind =
    Отвязать учётную запись: <b>{ $name }</b>?

    С неё сразу закроется доступ. Все ссылки этого человека перестанут открываться; войти можно будет по новой.
people-ask-let-go =
    Отчислить: <b>{ $name }</b>, { $stream }?

    Доступ к этому потоку закроется сразу. Вернуть можно отсюда же.
people-ask-take-back = Вернуть в поток: <b>{ $name }</b>, { $stream }?
people-ask-link =
    Выпустить новую личную ссылку: <b>{ $name }</b>?

    Старая сразу перестанет открываться.
people-sure-unbind = Да, отвязать
people-sure-let-go = Да, отчислить
people-sure-take-back = Да, вернуть
people-sure-link = Да, выпустить
people-told-unbound = Организатор отвязал эту учётную запись. Чтобы войти снова, попросите у него новую личную ссылку.

role-participant = слушатель
role-team-lead = руководитель команды
role-mentor = наставник
role-guide = сопровождающий
role-organizer = организатор
role-administrator = администратор
people-button-roles = Роли: { $stream }
people-button-back = ‹ Карточка человека
people-button-appoint = Сделать администратором
people-button-dismiss = Снять администратора
people-administrator = Администратор бота.
people-roles = <b>Роли</b>: { $name }, { $stream }
people-roles-hint = Галочкой отмечены нынешние роли. Нажмите на роль, чтобы дать её или снять: сначала переспрошу.
people-role-has = ✓ { $role }
people-ask-give = Дать роль «{ $role }»: <b>{ $name }</b>, { $stream }?
people-ask-take =
    Снять роль «{ $role }»: <b>{ $name }</b>, { $stream }?

    То, что открывала эта роль, закроется сразу.
people-ask-appoint =
    Сделать администратором: <b>{ $name }</b>?

    Администратор – организатор всех потоков и может назначать других администраторов.
people-ask-dismiss = Снять администратора: <b>{ $name }</b>? Роли в потоках останутся.
people-sure-give = Да, дать
people-sure-take = Да, снять
