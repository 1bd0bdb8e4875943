command-questions = вопросы, на которые ещё не ответили
command-bind = в группе: привязать чат к потоку

support-write = Или напишите вопрос одним сообщением: текст, фото, файл, голосовое или видео. Он уйдёт организаторам, ответ придёт сюда.
support-write-more = Напишите одним сообщением: оно добавится к вопросу № { $number }.
support-write-reply = Напишите ответ на вопрос № { $number } одним сообщением: он уйдёт слушателю от имени бота.
support-write-answer = Ответить
support-only = К вопросу можно приложить текст, фото, файл, голосовое или видео. Пришлите одно из них.
support-again = Не вижу исходного сообщения. Напишите вопрос ещё раз: он уйдёт организаторам.
support-ask = Спросить организаторов
support-ready-wifi = Wi-Fi
support-ready-meals = Питание
support-ready-address = Адрес
support-ready = <b>{ $label }:</b> { $said }
support-ready-place = Площадка: { $venue }
support-ready-none = В карточке площадки этого пока нет. Спросите организаторов.
support-arrived = Вопрос № { $number } передан организаторам. Ответ придёт сюда.
support-arrived-more = Дополнение к вопросу № { $number } передано организаторам.
support-go-on = Дополнить

support-head-new = <b>Вопрос № { $number }</b> · новый
support-head-taken = <b>Вопрос № { $number }</b> · отвечает { $name }
support-head-answered = <b>Вопрос № { $number }</b> · отвечено: { $name }
support-administrator = администратор
support-who = { $name }{ $about }
support-where = { $stream } · { $phone }
support-more = Дополнение к вопросу № { $number }
support-edited = <b>Исправлено</b> (вопрос № { $number }, { $name }):
support-alarm = <b>Вопрос № { $number } ждёт ответа { $time }.</b>
support-no-staff-chat = Чат организаторов потока недоступен, поэтому вопрос пришёл лично. Привязать чат: /bind в нём. Ответьте на это сообщение, и ответ уйдёт слушателю.
support-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}
support-take = Взять
support-close = Отвечено
support-now-taken = Вопрос № { $number } за вами. Ответьте на сообщение с вопросом, и ответ уйдёт слушателю.
support-now-answered = Вопрос № { $number } отмечен как отвеченный.

support-answer = <b>Ответ организаторов</b> на вопрос № { $number }{ $author }
support-answer-edited = <b>Исправлено</b> (ответ на вопрос № { $number }{ $author }):
support-by = { " " }({ $name })
support-delivered = Ответ на вопрос № { $number } доставлен: { $name }.
support-not-delivered = Ответ на вопрос № { $number } не доставлен: Telegram его не принял ({ $name }). Вопрос остаётся открытым, телефон: { $phone }
support-held = Ответ на вопрос № { $number } не доставлен: { $name } недоступен (недоступна) для бота. Вопрос остаётся открытым, телефон: { $phone }. Когда бот снова станет доступен, ответ уйдёт сам.

support-none-open = Все вопросы отвечены.
support-open-title = <b>Без ответа: { $count }</b>
support-open = № { $number }
support-waits = { $name }, ждёт { $time }
support-back = ‹ Все вопросы
support-said = <b>Вопрос:</b> { $words }
support-said-staff = <b>Ответ:</b> { $words }
support-kind-photo = [фото]
support-kind-document = [файл]
support-kind-album = [альбом: { $count ->
    [one] { $count } файл
    [few] { $count } файла
    [many] { $count } файлов
   *[other] { $count } файла
}]
support-kind-voice = [голосовое]
support-kind-video = [видео]

error-question-gone = Этого вопроса больше нет.
error-question-no-stream = Вопрос передаётся организаторам вашего потока, а вы не записаны ни в один поток.
error-question-taken = На этот вопрос уже отвечает { $name }.
error-question-answered = Этот вопрос уже отвечен: { $name }.
