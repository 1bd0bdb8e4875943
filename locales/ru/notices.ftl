notices-event-ahead = <b>{ $day } в { $time }: { $title }</b>
notices-event-soon = <b>Через { $left }: { $title }</b>
notices-event-runs = <b>Уже идёт: { $title }</b> (с { $time })
notices-event-when = { $hours } ({ $place })
notices-plan-tomorrow = <b>План на завтра.</b> { $day }
notices-plan-today = <b>План на сегодня.</b> { $day }
notices-plan-start = Начало в { $time }: { $title }
notices-plan-early = <b>Ранний подъём: начало в { $time }</b> – { $title }
notices-plan-more = … и ещё { $count } – в расписании дня
notices-plan-place = Время: { $place }
notices-button-day = Расписание дня

notices-fault = <b>Сообщение не отправлено: ошибка бота.</b> Вид: { $kind }, кому: { $whom }. Причина: { $reason }. Остальные сообщения идут. Передайте это тому, кто поддерживает бота: { $key }
notices-fault-chat = групповой чат
