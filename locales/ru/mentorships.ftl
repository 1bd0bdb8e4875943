command-teams = мои команды и встречи с ними
command-mentor = мой наставник
teams-button = Мои команды
teams-button-back = ‹ Мои команды
teams-button-profile = Мой профиль: места, пауза, темы
teams-button-board = Все наставничества потока
teams-button-card = ‹ { $other }
teams-button-proposal = Ответить: { $team }
teams-title =
    { $count ->
        [one] <b>У вас { $count } команда</b>
        [few] <b>У вас { $count } команды</b>
       *[other] <b>У вас { $count } команд</b>
    }
teams-none = <b>Команд у вас пока нет.</b>
teams-none-hint = Когда организаторы предложат команду, придёт сообщение с кнопками «Принять» и «Отказаться».
teams-proposed =
    { $count ->
        [one] <b>Ждёт вашего ответа: { $count } предложение.</b> Ответить: /accept
        [few] <b>Ждут вашего ответа: { $count } предложения.</b> Ответить: /accept
       *[other] <b>Ждут вашего ответа: { $count } предложений.</b> Ответить: /accept
    }
teams-nobody = Пока не с кем: наставничества у вас нет. Наставникам: /teams, участникам: /mentor.
teams-line = <b>{ $number }. { $team }</b>
teams-card = <b>Команда «{ $team }»</b>
teams-place = { $place }
teams-project = Проект: { $project } – { $stage }
teams-stream = Поток: { $stream }
teams-last = Прошлая встреча: { $day } – { $result }
teams-to-log = ⚠ Прошлая встреча не отмечена
teams-held =
    { $count ->
        [0] пока ни одной встречи
        [one] состоялась { $count } встреча
        [few] состоялись { $count } встречи
       *[other] состоялось { $count } встреч
    }
teams-missed = не состоялось: { $count }
teams-counts = Всего: { $counts }
teams-members = <b>Контакты команды</b>
teams-lead = { $name } (руководитель){ $post }: { $phone }
teams-person = { $name }{ $post }: { $phone }
teams-mentor = Наставник: { $name }

mentor-button = Мой наставник
mentor-button-wishes = Чего мы ждём от наставника
mentor-button-ask = Спросить организаторов
mentor-card = <b>Ваш наставник: { $name }</b>
mentor-post = { $post }
mentor-phone = Телефон: { $phone }
mentor-of-team = Команда: { $team }
mentor-left = Наставник больше не числится в потоке. Организаторы подберут другого.
mentor-former = Прежний наставник: { $name }
mentor-none = <b>Наставник подбирается.</b>
mentor-none-hint = Когда наставник согласится, придёт сообщение с его контактами. Торопить никого не нужно; вопрос организаторам: /ask.
mentor-stream = Поток: { $stream }

ending-button-ask = Завершить наставничество…
ending-button-stay = ‹ Не завершать
ending-button-back = Открыть
ending-button-end = Завершить наставничество
ending-button-go-on = Пусть продолжается
ending-button-sure = Да, завершить
ending-button-no = Нет, оставить
ending-button-match = Подбор наставников
ending-button-board = ‹ Все наставничества
ending-ask = <b>Почему завершить?</b> { $other }
ending-ask-hint = Напишите причину одним сообщением. Её прочтут только организаторы, они и решат. До решения всё остаётся как есть.
ending-asked = <b>Организаторы получили вашу просьбу.</b>
ending-asked-hint = До их решения наставничество продолжается. Вам придёт ответ.
ending-waits = Организаторы решают, завершить ли наставничество.
ending-over = <b>Это наставничество завершено.</b> { $other }
ending-over-hint = Контакты и переписка закрыты. Если это ошибка, напишите организаторам: /ask.
ending-request-team = <b>Команда просит завершить наставничество</b>
ending-request-mentor = <b>Наставник просит завершить наставничество</b>
ending-reason = Причина: { $reason }
ending-sure = <b>Завершить?</b> Команда «{ $team }», наставник { $mentor }
ending-sure-hint = Предстоящие встречи отменятся, прошедшие останутся, обе стороны узнают сразу. Команда снова попадёт в подбор.
ending-done = <b>Завершено.</b> Команда «{ $team }», наставник { $mentor }
ending-done-hint = Обе стороны узнают об этом от бота. Другого наставника предложит подбор: остальные пары он не тронет.
ending-told = <b>Наставничество завершено организаторами.</b> { $other }
ending-told-team = Контакты и переписка закрыты. Организаторы подберут другого наставника. Вопросы: /ask.
ending-told-mentor = Контакты и переписка закрыты, место освободилось. Спасибо за помощь команде.
ending-refused = <b>Наставничество продолжается.</b> Организаторы просят не завершать его. { $other }. Вопросы: /ask.

board-title =
    { $count ->
        [one] <b>{ $stream }: { $count } наставничество, встреч { $held }</b>
        [few] <b>{ $stream }: { $count } наставничества, встреч { $held }</b>
       *[other] <b>{ $stream }: { $count } наставничеств, встреч { $held }</b>
    }
board-none = <b>{ $stream }: наставничеств пока нет.</b> Пары подбирает /match.
board-line = <b>{ $number }. { $team }</b> – { $mentor }
board-counts = { $counts }
board-asked = ⚠ Просят завершить
board-card =
    Команда «{ $team }»
    Наставник: { $mentor }
board-phone = Телефон наставника: { $phone }
board-ended = Завершено. Причина: { $reason }
board-mentor-left = ⚠ Наставник больше не числится в потоке

error-mentorship-not-yours = Это наставничество не ваше или уже не ваше. Своё: /teams или /mentor.
error-mentor-left = Наставник больше не числится в потоке: писать и назначать встречи пока не с кем. Организаторы подберут другого. Вопросы: /ask.
error-mentorship-ended = Это наставничество завершено. Вопросы организаторам: /ask.
error-teams-mentors = Эта команда для наставников и организаторов. Свой наставник: /mentor.
error-mentor-participants = Эта команда для участников. Наставникам: /teams.
error-end-reason = Напишите причину словами, одним сообщением.

notices-kind-mentorship-ended = Наставничество завершено
notices-kind-mentorship-end-asked = Просят завершить наставничество
notices-kind-mentorship-goes-on = Наставничество продолжается
settings-always-mentorship-ended = наставничество
settings-always-mentorship-end-asked = наставничество
settings-always-mentorship-goes-on = наставничество
todo-meeting-log = Отметьте, состоялась ли встреча: { $name }
todo-way-meeting-log = Отметить встречу
todo-end-asked =
    { $count ->
        [one] { $count } просьба завершить наставничество
        [few] { $count } просьбы завершить наставничество
       *[other] { $count } просьб завершить наставничество
    }
todo-way-end-asked = Завершение наставничества
exports-mentorships = Наставничества и встречи
exports-mentorships-name = Наставничества { $day }.xlsx
exports-mentorships-caption = Наставничества ваших потоков и сколько в каждом было встреч. Когда, где и о чём – знают только наставник и команда.
exports-mentorships-written = Наставничества и встречи записаны: { $path }
exports-column-team = Команда
exports-column-project = Проект
exports-column-stage = Стадия
exports-column-mentor = Наставник
exports-column-mentor-phone = Телефон наставника
exports-column-members = В команде
exports-column-since = Приняли (МСК)
exports-column-ended = Завершено (МСК)
exports-column-reason = Причина
exports-column-held = Состоялось
exports-column-missed = Не состоялось
