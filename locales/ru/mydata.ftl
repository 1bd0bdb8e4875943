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
mydata-correct-how =
    Напишите, что исправить, одним сообщением после команды:

    <code>/mydata телефон +7 912 000-00-00</code>

    Организаторы вашего потока получат просьбу и внесут исправление.
mydata-correction =
    <b>Просят исправить данные</b>: { $name }

    «{ $words }»
mydata-correction-sent = Передал организаторам вашего потока.
mydata-correction-lost = Передать некому: ни один организатор сейчас не получает сообщений. Позвоните дежурному: /ask.
mydata-erase-question =
    <b>Отозвать согласие и стереть ваши данные?</b>

    Имя, телефон, должность, заезд, места на экскурсиях и учётная запись будут стёрты. Бот перестанет для вас работать. В счёте участников останется только безымянная строка.

    Отменить это нельзя. Список участников, который организаторы ведут вне бота, они исправляют сами.
mydata-erased = Согласие отозвано, данные стёрты.
mydata-erased-last = Бот больше не знает, кто вы. Вернуться можно только по новой ссылке организатора.
