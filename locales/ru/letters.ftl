command-write = написать команде или наставнику через бот

letters-to-whom = Кому написать?
letters-button-team = Написать команде
letters-button-mentor = Написать наставнику
letters-button-answer = Ответить
letters-ask-team = <b>Что передать?</b> { $other }
letters-ask-mentor = <b>Что передать?</b> { $other }
letters-ask-hint = Пришлите текст, фото, видео, файл или голосовое. Бот передаст его от вашего имени; ваших контактов в сообщении не будет.
letters-answer = <b>Что ответить?</b> { $name }
letters-only = Передать можно текст, фото, видео, файл или голосовое. Это сообщение бот передать не может.
letters-sent = <b>Передаю.</b> Кому: { $whom }
letters-held = <b>Передам { $when }:</b> сейчас там ночь. Кому: { $whom }
letters-nobody = <b>Передать некому:</b> бот никому не может написать. { $other }
letters-whole-team =
    { $count ->
        [one] команда «{ $team }», { $count } человек
        [few] команда «{ $team }», { $count } человека
       *[other] команда «{ $team }», { $count } человек
    }
letters-blocked = Бот заблокирован, сообщение не дойдёт: { $names }
letters-outside = Ещё не вошли в бот, сообщение не дойдёт: { $names }
letters-from-mentor = <b>Пишет наставник: { $name }</b>
letters-from-team = <b>Пишет { $name }</b>{ $through }, команда «{ $team }»
letters-edited-mentor = <b>Исправленное сообщение наставника: { $name }</b>
letters-edited-team = <b>Исправленное сообщение: { $name }</b>{ $through }, команда «{ $team }»
letters-through = { " " }(через помощника: { $name })
letters-somebody = имя удалено
letters-unreached = <b>Сообщение не дошло:</b> { $name }
letters-why-unreachable = Бот заблокирован этим человеком. Когда он вернётся, напишите ещё раз; телефон – в карточке.
letters-why-left = Этот человек больше не в потоке.
letters-why-not-entered = Этот человек ещё не вошёл в бот.
letters-why-no-consent = Этот человек не дал согласия на обработку данных.
letters-why-other = Передать не получилось. Напишите ещё раз или позвоните: телефон в карточке.
letters-quoted = Было написано: «{ $words }»

error-letter-empty = Пустое сообщение передать нельзя. Напишите хотя бы слово.
error-letter-gone = Этого сообщения больше нет. Напишите заново: /write.

notices-kind-mentor-letter = Сообщение наставника или команды
notices-kind-letter-unreached = Сообщение не дошло
settings-always-mentor-letter = наставничество
settings-always-letter-unreached = наставничество
