command-broadcast = рассылка: подготовить, отправить, следить
command-urgent = срочная рассылка: проходит и в тихие часы
broadcasts-title = <b>Рассылки</b>
broadcasts-title-urgent = <b>Срочная рассылка</b>: приходит и в тихие часы, отключить её нельзя. Через 10 минут вы получите список для обзвона.
broadcasts-hint = Пришлите сообщение, которое надо разослать: текст, фото, альбом, файл, видео, голос, место на карте. Оформление сохранится. { $placeholder } заменится именем и отчеством читателя.

    Никто ничего не получит, пока вы не подтвердите.
broadcasts-draft = <b>Рассылка: черновик</b>
broadcasts-draft-urgent = <b>Срочная рассылка: черновик</b>
broadcasts-draft-hint = «Проба себе» покажет сообщение точно таким, каким его получат.
broadcasts-content = Сообщение: { $kind } { $words }
broadcasts-attached = Кнопки: { $buttons }
broadcasts-deadline = Ответить до: { $moment }
broadcasts-when = Когда: { $moment }
broadcasts-moment = { $day }, { $time } ({ $zone })
broadcasts-when-now = сразу после подтверждения
broadcasts-when-at = в назначенное время
broadcasts-when-nine = в 09:00 по часам каждого получателя
broadcasts-link = ссылка «{ $label }»
broadcasts-no-buttons = нет
broadcasts-ack = Ознакомлен(а)
broadcasts-coming = Приду | Не приду
broadcasts-yesno = Да | Нет
broadcasts-colleagues = коллеги
broadcasts-after-album = К сообщению выше:
broadcasts-wordless = без слов
broadcasts-mark-draft = { "✎ " }
broadcasts-mark-approval = { "⏳ " }
broadcasts-mark-paused = { "⏸ " }
broadcasts-mark-cancelled = { "✕ " }
broadcasts-mark-retracted = { "↩ " }
broadcasts-kind-text = текст
broadcasts-kind-photo = фото
broadcasts-kind-video = видео
broadcasts-kind-animation = анимация
broadcasts-kind-audio = аудио
broadcasts-kind-voice = голосовое сообщение
broadcasts-kind-document = файл
broadcasts-kind-location = место на карте
broadcasts-kind-album =
    { $count ->
        [one] альбом ({ $count } файл)
        [few] альбом ({ $count } файла)
       *[other] альбом ({ $count } файлов)
    }
broadcasts-no-stream = Кому: поток не выбран
broadcasts-streams = Кому: { $streams }
broadcasts-term = и { $field }: { $values }
broadcasts-term-not = кроме – { $field }: { $values }
broadcasts-values-more =
    { $count ->
        [one] и ещё { $count }
        [few] и ещё { $count }
       *[other] и ещё { $count }
    }
broadcasts-with-chats = и групповые чаты потоков
broadcasts-count =
    { $count ->
        [one] <b>{ $count } человек</b>
        [few] <b>{ $count } человека</b>
       *[other] <b>{ $count } человек</b>
    }
broadcasts-names = { $names }
broadcasts-names-more =
    { $count ->
        [one]  и ещё { $count }
        [few]  и ещё { $count }
       *[other]  и ещё { $count }
    }
broadcasts-outside =
    { $count ->
        [one] Из них { $count } ещё не вошёл в бот и не получит
        [few] Из них { $count } ещё не вошли в бот и не получат
       *[other] Из них { $count } ещё не вошли в бот и не получат
    }
broadcasts-chats =
    { $count ->
        [one] И { $count } групповой чат
        [few] И { $count } групповых чата
       *[other] И { $count } групповых чатов
    }
broadcasts-field-role = Роль
broadcasts-field-group = Группа
broadcasts-field-team = Команда
broadcasts-field-direction = Направление
broadcasts-field-region = Регион
broadcasts-field-module = Модуль
broadcasts-field-bus = Автобус
broadcasts-field-silent = Не ответили
broadcasts-silent-about = № { $number }
broadcasts-value = { $name } – { $count }
broadcasts-audience = <b>Кому</b>

    Условия складываются: подойдут все сразу.
broadcasts-choose = <b>{ $field }</b>: подойдёт любое из отмеченного.
broadcasts-choose-not = <b>{ $field }</b>: отмеченные не получат.
broadcasts-choose-streams = <b>Потоки</b>: отметьте нужные. Программа целиком – все её потоки.
broadcasts-no-values = Выбирать не из чего: в данных потоков этого нет.
broadcasts-saved = <b>Сохранённые получатели</b>
broadcasts-none-saved = Пока ничего не сохранено.
broadcasts-ask = <b>Кнопки под сообщением</b>
broadcasts-buttons-below = Кнопки стоят под самим сообщением.
broadcasts-buttons-after = У альбома кнопок не бывает: они придут сообщением сразу после него.
broadcasts-choose-when = <b>Когда отправить</b>

    В тихие часы обычная рассылка ждёт утра.
broadcasts-button-when-now = Сразу
broadcasts-button-when-at = Назначить время
broadcasts-button-when-nine = В 09:00 у каждого
broadcasts-view-audience = Кому
broadcasts-view-buttons = Кнопки
broadcasts-view-moment = Когда
broadcasts-view-saved = Сохранённые
broadcasts-act-try = Проба себе
broadcasts-act-content = Другое сообщение
broadcasts-act-drop = Удалить черновик
broadcasts-act-chats = Добавить групповые чаты
broadcasts-act-nochats = Без групповых чатов
broadcasts-act-clear = Снять условия
broadcasts-act-save = Сохранить этих получателей
broadcasts-act-pause = Пауза
broadcasts-act-resume = Продолжить
broadcasts-act-cancel = Отменить
broadcasts-act-retry = Повторить тем, кому не дошло
broadcasts-act-correct = Исправить
broadcasts-act-retract = Отозвать
broadcasts-act-remind = Напомнить молчащим
broadcasts-act-report = Отчёт в Excel
broadcasts-act-return = Вернуть в черновики
broadcasts-attach-ack = Ознакомлен(а)
broadcasts-attach-coming = Приду / Не приду
broadcasts-attach-yes = Да / Нет
broadcasts-attach-own = Свои варианты
broadcasts-attach-none = Без ответа
broadcasts-attach-link = Добавить ссылку
broadcasts-attach-unlink = Убрать ссылку
broadcasts-attach-deadline = Срок ответа
broadcasts-attach-endless = Без срока
broadcasts-type-own = Напишите варианты ответа, каждый с новой строки: до 6, каждый не длиннее 30 знаков.
broadcasts-type-link = Напишите подпись кнопки и адрес, например: Программа https://example.org
broadcasts-type-deadline = До какого времени ждать ответов? Например: 18.11 18:00, завтра 12:00 или 18:00 Омск.
broadcasts-type-moment = Когда отправить? Например: 18.11 15:00, завтра 9:30 или 15:00 Омск. Без города время считается по { $zone }.
broadcasts-type-content = Пришлите другое сообщение вместо этого.
broadcasts-type-correct = Пришлите новый текст: он встанет на место прежнего у всех, когда вы подтвердите. Файлы останутся.
broadcasts-type-save = Как назвать этих получателей?
broadcasts-words-only = Нужны слова: напишите их текстом.
broadcasts-unfit = Такое не рассылается: стикер, видеосообщение, опрос, контакт, трансляция места. Подойдут текст, фото, альбом, файл, видео, голос, место на карте.
broadcasts-reach-people =
    { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[other] { $count } человек
    }
broadcasts-reach-chats =
    { $count ->
        [one] { $count } групповой чат
        [few] { $count } групповых чата
       *[other] { $count } групповых чатов
    }
broadcasts-reach-both = { $people } и { $chats }
broadcasts-button-send = Отправить: { $reach }
broadcasts-sure = <b>Отправить? Получат: { $reach }.</b>
broadcasts-button-sure = Да, отправить: { $reach }
broadcasts-button-sure-approval = На согласование: { $reach }
broadcasts-button-approve = Согласовать: { $reach }
broadcasts-needs-approval = Рассылку на столько получателей согласует второй организатор: она уйдёт после этого.
broadcasts-urgent-means = Срочная: пройдёт и в тихие часы, со звуком.
broadcasts-button-back = ‹ Назад
broadcasts-button-streams = Потоки
broadcasts-button-programme = Вся программа «{ $title }»
broadcasts-button-forget = ✕ { $title }
broadcasts-button-include = Только эти
broadcasts-button-exclude = Кроме этих
broadcasts-button-table = Что можно с чем
broadcasts-button-log = Журнал
broadcasts-button-home = ‹ Все рассылки
broadcasts-button-silent = Кто не ответил
broadcasts-button-again = Обновить
broadcasts-button-open = Посмотреть
broadcasts-phase-approval = <b>Рассылка: ждёт второго организатора</b>
broadcasts-phase-scheduled = <b>Рассылка: назначена</b>
broadcasts-phase-sending = <b>Рассылка: идёт</b>
broadcasts-phase-paused = <b>Рассылка: на паузе</b>
broadcasts-phase-done = <b>Рассылка: завершена</b>
broadcasts-phase-cancelled = <b>Рассылка: отменена</b>
broadcasts-phase-retracted = <b>Рассылка: отозвана</b>
broadcasts-author = Автор: { $name }
broadcasts-bar = { $bar } ({ $done } из { $total })
broadcasts-forgotten = Подробный отчёт уже удалён.
broadcasts-speed = В секунду: { $speed }
broadcasts-left = Осталось примерно { $minutes } мин { $seconds } с
broadcasts-next = Следующие уйдут: { $moment }
broadcasts-line-delivered = доставлено
broadcasts-line-waiting = ждут отправки
broadcasts-line-blocked = бот заблокирован или аккаунт удалён
broadcasts-line-outside = не вошли в бот
broadcasts-line-consent = нет согласия на обработку данных
broadcasts-line-left = вышли из потока
broadcasts-line-muted = рассылки отключены самим получателем
broadcasts-line-late = не успели в срок
broadcasts-line-gone = сообщения в чате уже нет
broadcasts-line-answered = уже ответили
broadcasts-line-cancelled = отменено
broadcasts-line-error = ошибка
broadcasts-fate-delivered = доставлено
broadcasts-fate-waiting = ждёт отправки
broadcasts-fate-blocked = бот заблокирован или аккаунт удалён
broadcasts-fate-outside = нет входа в бот
broadcasts-fate-consent = нет согласия на обработку данных
broadcasts-fate-left = больше не в потоке
broadcasts-fate-muted = рассылки отключены самим получателем
broadcasts-fate-late = не успело в срок
broadcasts-fate-gone = сообщения в чате уже нет
broadcasts-fate-answered = ответ уже есть
broadcasts-fate-cancelled = отменено
broadcasts-fate-error = ошибка
broadcasts-report-line = { $line }: { $count }
broadcasts-unknown =
    { $count ->
        [one] могло прийти дважды (судьба неизвестна): { $count }
        [few] могли прийти дважды (судьба неизвестна): { $count }
       *[other] могли прийти дважды (судьба неизвестна): { $count }
    }
broadcasts-reason = Причина ошибки: { $reason }
broadcasts-unknown-fate = { $fate }, мог(ла) получить дважды
broadcasts-changes-corrected = <b>Исправление</b>
broadcasts-changes-retracted = <b>Отзыв</b>
broadcasts-answer = { $label }: { $count }
broadcasts-silent-count = Получили и молчат: { $count }
broadcasts-late =
    { $count ->
        [one] { $count } ответ после срока
        [few] { $count } ответа после срока
       *[other] { $count } ответов после срока
    }
broadcasts-silent =
    { $count ->
        [one] <b>Не ответил { $count } человек</b>
        [few] <b>Не ответили { $count } человека</b>
       *[other] <b>Не ответили { $count } человек</b>
    }
broadcasts-call-line = { $name }, { $phone } – { $fate }
broadcasts-more =
    { $count ->
        [one] … и ещё { $count }
        [few] … и ещё { $count }
       *[other] … и ещё { $count }
    }
broadcasts-calls =
    { $count ->
        [one] <b>Обзвон: { $count } человек не ответил на срочное сообщение</b>
        [few] <b>Обзвон: { $count } человека не ответили на срочное сообщение</b>
       *[other] <b>Обзвон: { $count } человек не ответили на срочное сообщение</b>
    }
broadcasts-calls-none = <b>Обзвон не нужен: на срочное сообщение ответили все.</b>
broadcasts-calls-unreached =
    { $count ->
        [one] <b>Обзвон: срочное сообщение не дошло до { $count } человека</b>
        [few] <b>Обзвон: срочное сообщение не дошло до { $count } человек</b>
       *[other] <b>Обзвон: срочное сообщение не дошло до { $count } человек</b>
    }
broadcasts-calls-unreached-none = <b>Обзвон не нужен: срочное сообщение дошло до всех.</b>
broadcasts-unreached =
    { $count ->
        [one] <b>Не дошло до { $count } человека</b>
        [few] <b>Не дошло до { $count } человек</b>
       *[other] <b>Не дошло до { $count } человек</b>
    }
broadcasts-over =
    { $count ->
        [one] <b>Срок ответа прошёл: не ответил { $count } человек</b>
        [few] <b>Срок ответа прошёл: не ответили { $count } человека</b>
       *[other] <b>Срок ответа прошёл: не ответили { $count } человек</b>
    }
broadcasts-over-all = <b>Срок ответа прошёл: ответили все.</b>
broadcasts-answered-late = Ответ записан: { $label }. Срок ответа уже прошёл.
broadcasts-approve-ask =
    { $count ->
        [one] <b>{ $name } просит согласовать рассылку: { $count } получатель</b>
        [few] <b>{ $name } просит согласовать рассылку: { $count } получателя</b>
       *[other] <b>{ $name } просит согласовать рассылку: { $count } получателей</b>
    }
broadcasts-agree-ask =
    { $count ->
        [one] <b>{ $name } просит согласовать исправление рассылки: { $count } получатель</b>
        [few] <b>{ $name } просит согласовать исправление рассылки: { $count } получателя</b>
       *[other] <b>{ $name } просит согласовать исправление рассылки: { $count } получателей</b>
    }
broadcasts-decided-approved = <b>Рассылка согласована.</b>
broadcasts-decided-returned = <b>Рассылка не согласована:</b> она снова в черновиках.
broadcasts-decided-agreed = <b>Исправление согласовано.</b>
broadcasts-decided-refused = <b>Исправление не согласовано:</b> у всех прежний текст.
broadcasts-reminder = <b>Напоминаем: ждём вашего ответа на это сообщение.</b>
broadcasts-retracted = Сообщение отозвано.
broadcasts-retracted-reply = Сообщение выше отозвано.
broadcasts-asked = <b>Ждём вашего ответа</b>
broadcasts-asked-above = Само сообщение – выше в этом чате.
broadcasts-answered = Ответ записан: { $label }
broadcasts-ask-drop = <b>Удалить черновик?</b>
broadcasts-ask-cancel = <b>Отменить рассылку?</b> Кому ещё не отправлено, не получит. Что уже пришло, останется.
broadcasts-ask-retract = <b>Отозвать рассылку у всех?</b> В первые 48 часов сообщение удаляется из чатов.
broadcasts-sure-drop = Да, удалить
broadcasts-sure-cancel = Да, отменить
broadcasts-sure-retract = Да, отозвать
broadcasts-ask-correct =
    { $count ->
        [one] <b>Исправить у { $count } человека?</b> Новый текст – выше, точно таким его увидят.
        [few] <b>Исправить у { $count } человек?</b> Новый текст – выше, точно таким его увидят.
       *[other] <b>Исправить у { $count } человек?</b> Новый текст – выше, точно таким его увидят.
    }
broadcasts-sure-correct = Да, исправить
broadcasts-sure-agree-ask = На согласование
broadcasts-agree-needed = Исправление согласует второй организатор: до этого у всех прежний текст.
broadcasts-agree-waits = <b>Исправление ждёт второго организатора</b>
broadcasts-act-waiting = Посмотреть исправление
broadcasts-act-agree = Согласовать исправление
broadcasts-act-leave = Не исправлять
broadcasts-retract-text = Позже вместо текста появится «Сообщение отозвано».
broadcasts-retract-caption = Позже подпись станет «Сообщение отозвано», а файл останется.
broadcasts-retract-none = Позже место на карте останется, а ответом к нему придёт «Сообщение выше отозвано».
broadcasts-log = <b>Журнал рассылок</b>
broadcasts-log-empty = Пока ничего не отправлялось.
broadcasts-log-line = { $at } – { $who }: { $deed } (№ { $number } «{ $words }»)
broadcasts-deed-sent = отправил(а): { $reach }
broadcasts-deed-asked = просит согласовать: { $reach }
broadcasts-deed-approved = согласовал(а) и отправил(а): { $reach }
broadcasts-deed-reminded = напомнил(а): { $reach }
broadcasts-deed-returned = вернул(а) в черновики
broadcasts-deed-paused = поставил(а) на паузу
broadcasts-deed-resumed = продолжил(а)
broadcasts-deed-cancelled = отменил(а)
broadcasts-deed-retried = повторил(а) тем, кому не дошло
broadcasts-deed-proposed = просит согласовать исправление
broadcasts-deed-agreed = согласовал(а) исправление
broadcasts-deed-refused = оставил(а) без исправления
broadcasts-deed-corrected = исправил(а)
broadcasts-deed-retracted = отозвал(а)
broadcasts-abilities = <b>Что позволяет каждое сообщение</b>
broadcasts-ability = <b>{ $kind }</b>: кнопки { $buttons }; имя читателя – { $placeholders }; исправить – { $words }; отозвать: до 48 часов удаляется, потом { $late }
broadcasts-ability-below = под сообщением
broadcasts-ability-after = отдельным сообщением после
broadcasts-ability-words-text = текст
broadcasts-ability-words-caption = только подпись, файл останется
broadcasts-ability-words-none = нельзя
broadcasts-ability-late-text = текст становится «Сообщение отозвано»
broadcasts-ability-late-caption = подпись становится «Сообщение отозвано», файл остаётся
broadcasts-ability-late-none = остаётся, об отзыве придёт ответ
broadcasts-report-caption = Отчёт о рассылке с телефонами: только для организаторов.
broadcasts-sheet = Рассылка
broadcasts-file = Рассылка { $number }
broadcasts-column-name = Кто
broadcasts-column-municipality = Муниципалитет
broadcasts-column-phone = Телефон
broadcasts-column-fate = Что с сообщением
broadcasts-column-reason = Причина ошибки
broadcasts-column-at = Когда
broadcasts-column-corrected = Исправление
broadcasts-column-retracted = Отзыв
broadcasts-column-answer = Ответ
broadcasts-column-answered = Когда ответил
broadcasts-field-report = Нет отчёта по проекту
broadcasts-report-week = с последней просьбы
broadcasts-report-stale = отчёт устарел
