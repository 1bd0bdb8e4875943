excursions-title = <b>Экскурсии</b>
excursions-line = { $number }. <b>{ $day }, { $hours }</b> { $title }
excursions-line-gathering = Сбор: { $place }
excursions-line-bus = Ваш автобус: { $bus }
excursions-hours-home = { $hours } ({ $home } у вас, { $city })
excursions-none = Впереди экскурсий нет.
excursions-none-own = Для вас экскурсий впереди нет. У потока { $others ->
    [one] { $others } экскурсия.
    [few] { $others } экскурсии.
    [many] { $others } экскурсий.
   *[other] { $others } экскурсии.
}
excursions-not-yours = Эта экскурсия для других участников.
excursions-label-gathering = Сбор
excursions-label-bus = Ваш автобус
excursions-label-bring = Что взять
excursions-label-contact = Контакт
excursions-bus-unknown = пока не назначен
excursions-departs = отправление в { $time }
excursions-button-everything = Все экскурсии
excursions-button-own = Мои экскурсии
excursions-button-map = Сбор на карте
excursions-button-event = О занятии
excursions-button-back = ‹ Экскурсии
excursions-button-gathering = Место сбора и автобус
excursions-gone = Этой экскурсии больше нет в программе: она изменилась. Откройте список экскурсий заново.
excursions-no-point = Точки на карте больше нет: программа изменилась.
