boarding-button-in = Я в автобусе
boarding-button-out = Не поеду
boarding-button-not-in = Я не в автобусе, не поеду
boarding-button-sure = Да, не поеду
boarding-button-into = Я в { $bus }, { $time }
boarding-button-into-back = Я в { $bus }
boarding-button-excursion = Об экскурсии
boarding-button-list = Список автобуса
boarding-button-buses = ‹ Автобусы
boarding-button-hand = Отметить вручную
boarding-button-everybody = ‹ Все в списке
boarding-button-anew = Обновить
boarding-button-tick = Здесь: { $name }
boarding-button-left = Автобус ушёл
boarding-button-stands = Автобус ещё не ушёл
boarding-button-call = Позвать опоздавших
boarding-button-back = Обратная дорога
boarding-button-way-there = Дорога туда
boarding-button-way-back = Дорога обратно
boarding-button-hand-in = В автобусе
boarding-button-hand-out = Не едет
boarding-button-hand-none = Снять отметку

boarding-label-missing = нет: { $name }
boarding-label-in = здесь: { $name }
boarding-label-out = не едет: { $name }

boarding-excursion = { $title }: { $day }, { $time } ({ $zone })
boarding-gathering = Сбор: { $place }
boarding-guide = Сопровождающий: { $name }, { $phone }
boarding-contact = Контакт: { $contact }
boarding-duty = Дежурный телефон: { $phone }
boarding-no-bus = без автобуса

boarding-reply-aboard = <b>Отметили: вы в автобусе.</b> { $bus }
boarding-reply-aboard-already = Вы уже отмечены в автобусе: { $bus }. Второй раз не нужно.
boarding-reply-staying = <b>Отметили: вы не едете.</b> Вас не будут ждать.
boarding-reply-staying-already = Уже отмечено: вы не едете. Передумали – нажмите «Я в автобусе».
boarding-reply-given-back = <b>Место отдано: вы не едете.</b> Если передумаете, запишитесь снова, пока места есть.
boarding-reply-sure = <b>Точно не поедете?</b> Если место ваше по записи, его сразу предложат другому, и вернуть его может не получиться.
boarding-reply-too-early = <b>Посадка ещё не началась:</b> она откроется в { $opens }, отправление в { $time }. { $bus }
boarding-reply-left = <b>Автобус уже ушёл</b> (отправление { $time }): { $bus }. Позвоните, чтобы вас дождались или подсказали, как доехать.
boarding-reply-which-bus = <b>В каком вы автобусе?</b> Выберите его ниже.
boarding-reply-no-room = <b>В этом автобусе мест больше нет:</b> { $bus }
boarding-others = Ещё не ушли, и в них есть места:

boarding-bus-leaves = <b>Автобус уходит через { $left }!</b> { $bus } – вас в нём ещё нет.
boarding-bus-leaves-now = <b>Автобус уходит!</b> Отправление было в { $time }. { $bus } – вас в нём ещё нет.
boarding-loose-leaves = <b>Автобусы уходят через { $left }!</b> Вы ещё не отметились, и автобус вам не назначен: спросите, в какой сесть.
boarding-loose-leaves-now = <b>Автобусы уходят!</b> Отправление было в { $time }. Вы ещё не отметились, и автобус вам не назначен: спросите, в какой сесть.
boarding-loose-called = <b>Вас ждут у автобусов.</b> Автобус вам не назначен: спросите, в какой сесть.
boarding-foot-called = <b>Вас ждут.</b> Отметьтесь, когда придёте.
boarding-loose-back = <b>Обратная дорога: посадка началась.</b> Автобус вам не назначен: спросите, в какой сесть. Отметьтесь, когда сядете.
boarding-foot-back = <b>Обратная дорога: собираемся.</b> Отметьтесь, когда придёте.
boarding-bus-called = <b>Вас ждут в автобусе.</b> { $bus }
boarding-bus-back = <b>Обратная дорога: посадка началась.</b> { $bus }. Отметьтесь, когда сядете.
boarding-opened = <b>Посадка открыта.</b> { $bus }, отправление в { $time }. В списке видно, кого ещё нет.

boarding-counts = <b>В автобусе { $aboard } из { $expected }, нет { $missing }, { $staying ->
    [one] не едет { $staying }
   *[other] не едут { $staying }
}</b>
boarding-counts-foot = <b>На месте { $aboard } из { $expected }, нет { $missing }, { $staying ->
    [one] не едет { $staying }
   *[other] не едут { $staying }
}</b>
boarding-bus-line = <b>{ $bus }</b>
boarding-about = Туда: { $day }, отправление в { $time } ({ $zone })
boarding-about-late = Туда: { $day }, отправление было в { $time } ({ $zone }); ушёл ли автобус, не отмечено
boarding-about-back = Обратная дорога: { $day }
boarding-left-there = Туда: автобус ушёл в { $time } ({ $zone })
boarding-left-back = Обратно: автобус ушёл в { $time } ({ $zone })
boarding-missing-title = Нет ({ $count }):
boarding-missing-line = { $number }. { $name }
boarding-missing-phone = { $number }. { $name }, { $phone }
boarding-staying-line = Не едут: { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}
boarding-helped-line = Отметил помощник: { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}
boarding-by-hand = { $bus }: все, кто в списке. Нажмите на человека, чтобы отметить.
boarding-rider-missing = <b>Ещё нет:</b> { $name }
boarding-rider-in = <b>В автобусе:</b> { $name }
boarding-rider-out = <b>Не едет:</b> { $name }
boarding-by-self = Отметился(ась) в { $time }
boarding-by-assistant = Отметил помощник в { $time }: { $name }
boarding-by-staff = Отметили вручную в { $time }: { $name }
boarding-phone = Телефон: { $phone }
boarding-no-buses = <b>Сейчас автобусов у вас нет.</b> Они появятся здесь за 18 часов до отправления.
boarding-buses-title = <b>Автобусы: { $count }</b>
boarding-no-more = <b>Этот автобус вы больше не сопровождаете.</b> Программа изменилась.
boarding-not-listed = В списке этого автобуса человека больше нет. Откройте список заново.
boarding-call-done = Зовём отсутствующих: { $count }. { $phone ->
    [0] Сообщения уходят.
   *[other] Кому бот написать не может: { $phone }. Позвоните, телефоны в списке.
}
boarding-call-phone = Бот не может написать никому из тех, кого нет ({ $phone }). Позвоните, телефоны в списке.
boarding-call-nobody = Звать некого: все отметились.

error-boarding-no-place = У вас нет места на этой экскурсии. Если запись открыта, место можно занять на её карточке.
error-boarding-not-there = Туда вы с нами не ехали, поэтому обратно вас в списке нет. Скажите сопровождающему.
error-boarding-cancelled = Экскурсия отменена.
error-boarding-over = Эта экскурсия уже закончилась.
error-boarding-back-ahead = Посадка обратно ещё не началась: её откроет сопровождающий.
error-boarding-nothing = Сейчас посадки нет: ни на одну из ближайших экскурсий у вас нет места.
error-boarding-ahead = Посадка на этот автобус ещё не началась.
error-boarding-not-open = Посадка на этот автобус уже закрыта.

notices-kind-bus-leaves = Автобус уходит
notices-kind-bus-calls = Зовёт сопровождающий
notices-kind-ride-back = Посадка обратно
notices-kind-boarding-opened = Посадка открыта
settings-always-bus-leaves = места на экскурсиях и посадка в автобус
settings-always-bus-calls = места на экскурсиях и посадка в автобус
settings-always-ride-back = места на экскурсиях и посадка в автобус
settings-always-boarding-opened = места на экскурсиях и посадка в автобус
setting-title-bus-leaves = «Автобус уходит» – за сколько минут
setting-about-bus-leaves = За сколько минут до отправления зовут тех, кто ещё не отметился в автобусе. Сообщение приходит и в тихие часы, отключить его нельзя. 0 – не звать.
command-bus = мой автобус: кто сел, кого нет

boarding-button-attendance = Посещаемость
boarding-button-attendances = ‹ Прошедшие экскурсии
boarding-attendances-title = <b>Прошедшие экскурсии: { $count }</b>
boarding-attendances-none = <b>Экскурсий ещё не было.</b>
boarding-attendance-line = { $number }. { $day }: { $title } – были { $aboard } из { $expected }
boarding-attendance-title = <b>Были { $aboard } из { $expected }</b>, предупредили { $staying }, без отметки { $missing }
boarding-attendance-person = { $name } – { $state }
boarding-state-in = был(а)
boarding-state-out = предупредил(а), что не поедет
boarding-state-missing = отметки нет
boarding-whose-self = сам(а)
boarding-whose-assistant = отметил помощник
boarding-whose-staff = отметили вручную
people-attendance = Экскурсии: был(а) на { $been } из { $count }
people-attendance-line = { $day }: { $title } – { $state }

exports-attendance = Посещаемость
exports-attendance-name = Посещаемость { $day }.xlsx
exports-attendance-caption = Посещаемость прошедших экскурсий ваших потоков. В файле телефоны: храните его как личные данные. Сам по себе файл не обновится.
exports-attendance-written = Посещаемость выгружена: { $path }
exports-column-day = День
exports-column-excursion = Экскурсия
exports-column-bus = Автобус
exports-column-there = Туда
exports-column-marked = Отмечен(а), время площадки
exports-column-by-whom = Кто отметил
exports-column-back = Обратно

boarding-foot-aboard = <b>Отметили: вы на месте.</b>
boarding-foot-aboard-already = Вы уже отмечены на месте. Второй раз не нужно.
boarding-foot-staying-already = Уже отмечено: вас не будет. Передумали – нажмите «Я на месте».
boarding-button-not-here = Я не на месте, не пойду
boarding-foot-too-early = <b>Отмечаться ещё рано:</b> можно будет с { $opens }, начало в { $time }.
boarding-foot-left = <b>Группа уже ушла</b> (начало в { $time }). Позвоните, чтобы вас дождались или подсказали, как дойти.
boarding-button-here = Я на месте
boarding-by-hand-only = Отметили вручную в { $time }
