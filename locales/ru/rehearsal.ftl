rehearsal-button = Репетиция дня
rehearsal-no-streams = Вы не организуете ни одного потока, репетировать нечего.
rehearsal-choose = <b>Репетиция какого потока?</b>
rehearsal-stream = { $stream }
rehearsal-no-days = <b>Репетировать нечего: впереди нет опубликованных дней.</b>
rehearsal-days = <b>Репетиция какого дня?</b>
rehearsal-about = Вы увидите все уведомления дня: когда, кому и что придёт. Участники ничего не получат, в плане ничего не изменится.
rehearsal-day =
    { $count ->
        [one] <b>{ $day }: придёт { $count } сообщение.</b>
        [few] <b>{ $day }: придёт { $count } сообщения.</b>
       *[other] <b>{ $day }: придёт { $count } сообщений.</b>
    }
rehearsal-day-none = <b>{ $day }: уведомлений не будет.</b>
rehearsal-absent =
    { $count ->
        [1] Ещё { $count } человек не вошёл в бот, ему ничего не придёт.
        [one] Ещё { $count } человек не вошёл в бот, им ничего не придёт.
        [few] Ещё { $count } человека не вошли в бот, им ничего не придёт.
       *[other] Ещё { $count } человек не вошли в бот, им ничего не придёт.
    }
rehearsal-unsent = Не придёт: { $reasons }.
rehearsal-line =
    { $count ->
        [one] <b>{ $time }</b> – { $about }, { $count } человек, например:
        [few] <b>{ $time }</b> – { $about }, { $count } человека, например:
       *[other] <b>{ $time }</b> – { $about }, { $count } человек, например:
    }
rehearsal-more = и ещё { $count }
rehearsal-button-days = Другой день
rehearsal-button-alone = Показать мне
rehearsal-button-staff = Показать в чате организаторов
rehearsal-button-stop = Остановить
rehearsal-running = Репетиция этого потока уже идёт. Дождитесь конца или остановите её.
rehearsal-stopping = Останавливаю репетицию.
rehearsal-over = Эта репетиция уже закончилась или оборвалась, когда бот перезапустили. Начать снова: /rehearsal
rehearsal-opening =
    { $count ->
        [1] <b>РЕПЕТИЦИЯ: { $day }, { $stream }.</b> Сейчас придёт { $count } сообщение дня. Участники его не получают.
        [one] <b>РЕПЕТИЦИЯ: { $day }, { $stream }.</b> Сейчас одно за другим придёт { $count } сообщение дня. Участники их не получают.
        [few] <b>РЕПЕТИЦИЯ: { $day }, { $stream }.</b> Сейчас одно за другим придут { $count } сообщения дня. Участники их не получают.
       *[other] <b>РЕПЕТИЦИЯ: { $day }, { $stream }.</b> Сейчас одно за другим придут { $count } сообщений дня. Участники их не получают.
    }
rehearsal-scene = <b>РЕПЕТИЦИЯ { $number } из { $count } · { $time } ({ $zone })</b>
rehearsal-receivers =
    { $count ->
        [1] <i>Получит { $count } человек:</i>
        [one] <i>Получит { $count } человек, например:</i>
        [few] <i>Получат { $count } человека, например:</i>
       *[other] <i>Получат { $count } человек, например:</i>
    }
rehearsal-scene-buttons = <i>Кнопки: { $buttons }</i>
rehearsal-scene-files = <i>Следом придут файлы.</i>
rehearsal-progress = <b>Репетиция идёт: показано { $shown } из { $count }.</b> Если бот перезапустят, она оборвётся: начните её тогда снова.
rehearsal-done = <b>Репетиция закончена: показано { $shown } из { $count }.</b> Участники ничего не получили.
rehearsal-stopped = <b>Репетиция остановлена: показано { $shown } из { $count }.</b> Участники ничего не получили.
rehearsal-failed = <b>Репетиция оборвалась: показано { $shown } из { $count }.</b> Telegram не принял сообщение. Проверьте, что бот есть в чате, и начните снова: /rehearsal
rehearsal-restarting = <b>Репетиция оборвалась: показано { $shown } из { $count }.</b> Бот перезапускается. Начать снова: /rehearsal
