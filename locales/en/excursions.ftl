excursions-title = <b>Excursions</b>
excursions-line = { $number }. <b>{ $day }, { $hours }</b> { $title }
excursions-line-gathering = Meeting point: { $place }
excursions-line-bus = Your bus: { $bus }
excursions-hours-home = { $hours } ({ $home } your time, { $city })
excursions-none = No excursions ahead.
excursions-none-own = No excursions ahead for you. The stream has { $others ->
    [one] { $others } excursion.
   *[other] { $others } excursions.
}
excursions-not-yours = This excursion is for other participants.
excursions-label-gathering = Meeting point
excursions-label-bus = Your bus
excursions-label-bring = What to bring
excursions-label-contact = Contact
excursions-bus-unknown = not assigned yet
excursions-departs = leaves at { $time }
excursions-button-everything = All excursions
excursions-button-own = My excursions
excursions-button-map = Meeting point map
excursions-button-event = About the event
excursions-button-back = ‹ Excursions
excursions-button-gathering = Meeting point and bus
excursions-gone = This excursion is no longer in the programme: it has changed. Open the list of excursions again.
excursions-no-point = The map point is gone: the programme has changed.
