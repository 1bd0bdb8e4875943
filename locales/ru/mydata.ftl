mydata-title = <b>Мои данные</b>
mydata-name = ФИО: { $value }
mydata-post = Должность: { $value }
mydata-municipality = Муниципалитет: { $value }
mydata-region = Регион: { $value }
mydata-phone = Телефон: { $value }
mydata-zone = Часовой пояс: { $value }
mydata-part = Участие: { $stream } – { $roles }
mydata-account = Учётная запись Telegram: { $value }
mydata-consent = Согласие на обработку данных: { $day }
mydata-others =
    { $count ->
        [1] Всего хранится { $count } запись: она есть в выгрузке.
        [one] Всего хранится { $count } запись: все они есть в выгрузке.
        [few] Всего хранится { $count } записи: все они есть в выгрузке.
       *[many] Всего хранится { $count } записей: все они есть в выгрузке.
    }
mydata-hint = Данные видят организаторы ваших потоков.
mydata-button-export = Выгрузить файлами
mydata-button-correct = Исправить
mydata-button-erase = Отозвать согласие и стереть
mydata-button-back = ‹ Мои данные
mydata-button-no = Нет, оставить
mydata-button-sure = Да, стереть мои данные
mydata-button-person = Карточка человека
mydata-file-name = мои-данные
mydata-file-title = Данные: { $name }
mydata-file-json = Все ваши данные в формате JSON: для программ.
mydata-file-text = Те же данные текстом.
mydata-erase-question =
    <b>Отозвать согласие и стереть ваши данные?</b>

    Имя, телефон, должность, заезд, места на экскурсиях и учётная запись будут стёрты. Бот перестанет для вас работать. В счёте участников останется только безымянная строка.

    Отменить это нельзя. Список участников, который организаторы ведут вне бота, они исправляют сами.
mydata-erased = Согласие отозвано, данные стёрты.
mydata-erased-last = Бот больше не знает, кто вы. Вернуться можно только по новой ссылке организатора.
mydata-erased-by-time = Программа окончена, и срок хранения ваших данных вышел: имя, телефон и ответы стёрты. Бот больше не знает, кто вы. Спасибо за совместную работу!

correction-choose = Что исправить?
correction-field-name = ФИО
correction-field-post = Должность
correction-field-municipality = Муниципалитет
correction-field-region = Регион
correction-field-phone = Телефон
correction-field-zone = Часовой пояс
correction-field-other = Другое
correction-now = Сейчас записано: { $value }
correction-how-name = Напишите фамилию, имя и отчество одним сообщением.
correction-how-post = Напишите должность так, как она должна быть записана.
correction-how-municipality = Напишите муниципалитет полностью, например: городской округ город Примерск.
correction-how-region = Напишите регион полностью, например: Тюменская область.
correction-how-phone = Напишите номер, например: +7 900 000-00-00.
correction-how-zone = Напишите часовой пояс: МСК+2 или город, например: Омск.
correction-how-other = Напишите одним сообщением, что исправить.
correction-sent = Передал организаторам вашего потока. Ответ придёт сюда.
correction-kept = Записал. Сейчас ни один организатор не получает сообщений; просьба дождётся его в списке дел. Если срочно, позвоните дежурному: /ask.
correction-waiting = <b>Ждёт организатора</b>
correction-title = <b>Просят исправить данные</b>: { $name }
correction-change = { $field }: <s>{ $old }</s> → <b>{ $new }</b>
correction-new = { $field }: не указано → <b>{ $new }</b>
correction-words = «{ $words }»
correction-button-done = Исправить
correction-button-by-hand = Уже исправлено
correction-button-refuse = Отказать
correction-button-list = Другие просьбы
correction-done = Исправлено. Человеку сказано.
correction-refused = Отказано. Человеку сказано.
correction-told-done = <b>Организатор исправил ваши данные.</b>
correction-told-refused = <b>Организатор не внёс исправление.</b> Если это ошибка, напишите ему: /ask.
correction-none = Просьб об исправлении нет.
correction-list =
    { $count ->
        [one] <b>{ $count } просьба исправить данные</b>
        [few] <b>{ $count } просьбы исправить данные</b>
       *[many] <b>{ $count } просьб исправить данные</b>
    }

error-correction-empty = Пусто. Напишите, как правильно.
error-correction-long = Слишком длинно: не больше { $limit } знаков.
error-correction-name = «{ $value }» не делится на фамилию, имя и отчество. Напишите два или три слова.
error-correction-phone = «{ $value }» – не номер телефона. Нужен один номер.
error-correction-zone = Часовой пояс «{ $value }» не найден.
error-correction-same = Так и записано: исправлять нечего.
error-correction-many = У организатора уже несколько ваших просьб. Дождитесь ответа.
error-correction-replaced = Человек уже попросил иначе: откройте новую просьбу.
error-correction-no-stream = Вы не записаны ни в один поток. Попросите того, кто вас пригласил, пригласить вас заново.
