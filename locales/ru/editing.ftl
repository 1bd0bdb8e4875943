editing-modules = <b>{ $stream }.</b> Какой модуль изменить?
editing-days =
    <b>{ $stream }</b>
    { $module }. Какой день изменить? Изменения попадут в черновик; люди увидят их после публикации.
editing-events =
    <b>{ $day }</b>
    { $module }. Какое занятие изменить?
editing-label-off = отменено: { $event }
editing-label-room = Зал
editing-label-speaker = Спикер
editing-fact = { $label }: { $value }
editing-refused = <b>Не изменено:</b> { $reason }
editing-mind = Внимание: { $reason }
editing-no-draft = Черновика нет: люди видят занятие таким же.
editing-first = Программу потока ещё не публиковали: люди её не видят.
editing-new = Этого занятия люди ещё не видят.
editing-differs = После публикации в этом занятии изменится:
editing-same = Люди видят это занятие таким же.
editing-change = «{ $heading }»: { $old } → { $new }
editing-draft =
    { $count ->
        [one] В черновике № { $number } изменится { $count } строка.
        [few] В черновике № { $number } изменятся { $count } строки.
       *[other] В черновике № { $number } изменится { $count } строк.
    }
editing-button-edit = Изменить
editing-button-modules = Другой модуль
editing-button-days = Другой день
editing-button-add = Добавить занятие
editing-button-time = Время
editing-button-day = День
editing-button-room = Зал
editing-button-speaker = Спикер
editing-button-title = Название
editing-button-cancel = Отменить занятие
editing-button-restore = Вернуть занятие
editing-button-back = ‹ { $day }
editing-button-publish = Черновик и публикация
editing-button-keep = Не менять
editing-button-leave = Не добавлять
editing-button-no-room = Без зала
editing-ask-time = Напишите новое время: <code>10:30</code>, <code>10:30–12:00</code>, <code>на 20 минут позже</code>. С одним началом длительность останется прежней.
editing-ask-room = Напишите зал. Чтобы убрать его, напишите «-».
editing-ask-speaker = Напишите спикера, можно по должности. Чтобы убрать его, напишите «-».
editing-ask-title = Напишите название.
editing-present = Сейчас: { $value }
editing-move = «{ $title }»: на какой день перенести? Время останется прежним.
editing-add-hours = Новое занятие, { $day }. Напишите начало и окончание по времени площадки: <code>10:30–12:00</code>
editing-add-kind = Новое занятие, { $day }. Какого вида?
editing-add-title = Новое занятие, { $day }. Напишите название.
editing-add-room = Новое занятие, { $day }. Напишите зал.
error-edit-nothing = В этом потоке ещё нет программы. Пришлите книгу Excel (образец: /template).
error-edit-hours = Нужны начало и окончание, например 10:30–12:00.
error-edit-other-day = Так занятие перейдёт на другой день. Сначала измените день.
error-edit-lost = Это занятие уже добавлено или прошло больше получаса. Начните снова: /edit.
