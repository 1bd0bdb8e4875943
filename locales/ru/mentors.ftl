command-capacity = сколько команд вы берёте: наставникам
command-pause = пауза: новых команд не предлагать
command-needs = запрос наставнику и желаемые наставники

profile-title =
    { $proposed ->
        [0] <b>Наставник: занято { $taken } из { $places }</b>
       *[other] <b>Наставник: занято { $taken } из { $places }</b>, ждут ответа: { $proposed }
    }
profile-over = Принятых команд больше, чем мест: они остаются с вами, новых не будет.
profile-paused = Пауза до { $day }: новых команд не предлагают, принятые остаются.
profile-kind = Вид: { $kind }
profile-directions = Направления: { $directions }
profile-any-direction = Направления: любые
profile-topics = Темы: { $topics }
profile-no-topics = Темы не указаны: по ним бот подбирает команды.
profile-region = Регион: { $region }
profile-no-region = Регион не указан: команды из вашего региона бот не отличит.
profile-wished = Желаемые команды: { $teams }
profile-stream = Поток: { $stream }
profile-places-hint = Скольких команд вам хватит? Больше семи – числом: /capacity 10.
profile-pause-hint = На время паузы новых команд не предлагают. Точный день – словами: /pause до 1 декабря.
profile-kind-hint = Кто вы как наставник? Команды называют, какой наставник им нужен.
profile-directions-hint = Нажмите, чтобы отметить или снять. Без отметок вам предлагают команды любых направлений.
profile-no-directions = В программе направлений нет.
profile-teams-hint = Назовите до пяти команд, с которыми хотели бы работать, начиная с самой желанной. Это учтут, но не обещают.
profile-type-region = Напишите регион одним сообщением, например: Тюменская область. Сейчас: { $now }. Чтобы стереть, отправьте «–».
profile-type-topics = Напишите темы через запятую одним сообщением. Сейчас: { $now }
profile-nothing = ничего
profile-chosen = ✓ { $what }
profile-button-places = Сколько команд беру
profile-button-pause = Пауза
profile-button-kind = Кто я как наставник
profile-button-directions = Направления
profile-button-topics = Темы
profile-button-region = Регион
profile-button-teams = Желаемые команды
profile-button-back = ‹ К профилю
profile-pause-over = Снять паузу
profile-pause-week = На неделю
profile-pause-month = На месяц
profile-pause-stream = До конца потока

wishes-title = <b>Какой нужен наставник: { $team }</b>
wishes-settled = Наставник у вас уже есть: /mentor. Пожелания понадобятся, если он сменится.
wishes-needs = Запрос: { $needs }
wishes-no-needs = Запрос не написан: по нему наставник решает, возьмётся ли.
wishes-kinds = Хотели бы: { $kinds }
wishes-any-kind = Вид наставника: любой
wishes-named-title = Желаемые наставники:
wishes-nobody-named = Желаемых наставников вы не назвали.
wishes-named = { $place }. { $name }
wishes-hint = Пожелания учитываются при подборе, но не обещаны. Короткий список не даёт преимущества: неназванные наставники остаются возможными.
wishes-type = Напишите одним сообщением (до { $most } знаков), с чем нужна помощь («{ $team }»).
wishes-choose =
    { $count ->
        [0] <b>Выберите до пяти наставников, начиная с самого желанного</b>
       *[other] <b>Выбрано наставников: { $count } из 5</b>
    }
wishes-no-mentors = Наставников в потоке пока нет.
wishes-mentor = <b>{ $number }. { $name }</b>, { $kind }
wishes-place = У вас в списке: { $place }-й
wishes-button-needs = Написать запрос
wishes-button-mentors = Выбрать наставников
wishes-button-back = ‹ К пожеланиям

error-places = Не понял. Нужно целое число от 0 до { $most }, например: /capacity 3.
error-pause = Не понял, до какого дня пауза. Напишите, например: /pause до 1 декабря, /pause неделя, /pause снять. Не дальше года.
error-wishes-many = Назвать можно не больше { $most }. Сначала уберите кого-нибудь из списка.
error-wishes-own = Пожелания о наставнике указывает сам участник, не помощник.
error-wishes-no-team = Вы не входите ни в одну команду этого потока. Обратитесь к организатору.
error-no-profile = Вашего профиля наставника в этом потоке нет. Попросите организатора добавить вас на лист «Наставники».
