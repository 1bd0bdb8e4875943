invite-title = <b>Личные ссылки</b>: { $stream }
invite-count =
    { $count ->
        [one] Ещё не вошёл { $count } человек.
        [few] Ещё не вошли { $count } человека.
       *[many] Ещё не вошли { $count } человек.
    }
invite-hint = Каждая ссылка личная и сработает один раз. Кнопка с номером – одна ссылка: переслать или выпустить заново.
invite-line =
    { $number }. { $name } (до { $day })
    { $link }
invite-person =
    <b>{ $name }</b>

    Личная ссылка, действует до { $day }:
    { $link }
invite-renew-hint = Ссылка попала не к тому человеку? Выпустите новую: старая сразу перестанет открываться.
invite-renewed = Ссылка новая. Старая больше не открывается.
invite-button-file = Все ссылки и телефоны файлом
invite-button-coverage = Кто ещё не вошёл
invite-button-new = Выпустить новую ссылку
invite-button-back = ‹ Ко всем ссылкам
invite-file-name = Не вошли – ссылки и телефоны
invite-file-caption =
    { $stream }: ещё не вошли – { $count }.

    В файле личные данные и ссылки для входа. Передавайте его только организаторам.
invite-sheet = Не вошли
invite-column-code = Код
invite-column-name = ФИО
invite-column-post = Должность
invite-column-municipality = Муниципалитет
invite-column-phone = Телефон
invite-column-link = Личная ссылка
invite-column-until = Действует до
invite-button-qr = QR-код
invite-button-qr-sheet = QR-коды для печати
invite-qr-name = <b>{ $name }</b>
invite-qr-hint = Личный QR-код, сработает один раз, действует до { $day }. Наведите камеру телефона: откроется бот.
invite-qr-sheet = QR-коды
invite-qr-footer = Код личный и сработает один раз: разрежьте и раздайте. Стр. &P из &N
invite-qr-file-name = QR-коды для печати
invite-qr-caption =
    { $stream }: ещё не вошли – { $count }.

    Карточки на листах A4, по 12 на странице: откройте в Excel, распечатайте, разрежьте и раздайте лично в руки. Каждый код впускает одного человека.
