schedule-button-today = Today
schedule-button-tomorrow = Tomorrow
schedule-button-module = Module
schedule-button-modules = All modules
schedule-button-trip = My trip
schedule-button-venue = Venue
schedule-button-excursions = Excursions
schedule-button-everything = Whole schedule
schedule-button-own = My schedule
schedule-button-day-before = ‹ { $day }
schedule-button-day-after = { $day } ›
schedule-button-page-back = ‹ Back
schedule-button-page-on = More ›
schedule-button-map = On the map
schedule-button-way = How to get there
schedule-button-back = ‹ { $day }
schedule-button-day = { $day } – { $count ->
    [0] no events
    [one] { $count } event
   *[other] { $count } events
}
schedule-button-day-today = { $day } – { $count ->
    [0] no events
    [one] { $count } event
   *[other] { $count } events
}, today

schedule-now-running = <b>Now:</b> { $event }, until { $until } ({ $left } left).
schedule-now-gap = <b>Nothing is on now.</b>
schedule-now-night = <b>No more events today.</b>
schedule-now-done = <b>The module’s events are over.</b>
schedule-now-ahead = <b>Nothing is on now.</b> { $module } begins { $when }: { $city }, { $period }.
schedule-now-over = <b>All modules of the stream have passed.</b>
schedule-next-today = <b>Next at { $time }</b> (in { $left }): { $event }
schedule-next-day = <b>{ $day } at { $time }:</b> { $event }
schedule-called-off = { $time } { $event }.
schedule-more = and { $count } more
schedule-around = { $module }
schedule-clock = Time: { $place }
schedule-clock-aside = (time: { $place })

schedule-day = <b>{ $day }</b>
schedule-where = { $place } · { $module }
schedule-stream = Stream: { $stream }
schedule-scope-everything = The whole stream’s schedule, not only yours
schedule-home-legend = Venue time; in brackets – your time, { $city }
schedule-page = Page { $number } of { $count }
schedule-day-free = No events.
schedule-day-not-yours = No events for you. The whole schedule has { $others ->
    [one] { $others } event.
   *[other] { $others } events.
}
schedule-next-module = Next: { $module }, { $city }, { $period }{ $soon }
schedule-in-brackets = { " " }({ $text })
schedule-hours-home = { $hours } ({ $home } your time)
schedule-home-time = ({ $time } your time, { $city })
schedule-line-others = for other participants
schedule-cancelled = cancelled: <s>{ $title }</s>

schedule-module = Module “{ $title }”
schedule-module-numbered = Module { $number } “{ $title }”
schedule-module-title = <b>{ $module }</b>
schedule-module-days = { $period }
schedule-module-place = { $place } · { $venue }
schedule-module-choose = Choose a day.
schedule-module-past = past
schedule-module-runs = on now
schedule-modules-stream = <b>{ $stream }</b>
schedule-modules-line = { $module } – { $city }, { $period }
schedule-modules-none = The programme is not published yet.

schedule-card-title = <b>{ $title }</b>
schedule-card-cancelled = <b>Cancelled: <s>{ $title }</s></b>
schedule-card-not-yours = This event is for other participants: you need not attend.
schedule-when = { $day }, { $hours } ({ $place })
schedule-day-and-time = { $day }, { $time }
schedule-kind-lecture = Lecture
schedule-kind-workshop = Workshop
schedule-kind-meeting = Meeting
schedule-kind-excursion = Excursion
schedule-kind-meal = Meal
schedule-kind-transfer = Transfer
schedule-kind-check-in = Arrival and check-in
schedule-kind-internship = Internship
schedule-kind-defence = Defence
schedule-kind-culture = Culture
schedule-kind-other = Other
schedule-label-title = Full title
schedule-label-room = Where
schedule-label-speaker = Speaker
schedule-label-online = Online
schedule-label-audience = For whom
schedule-label-description = About
schedule-label-materials = Materials
schedule-audience-groups = { $count ->
    [one] group { $names }
   *[other] groups { $names }
}
schedule-audience-directions = { $count ->
    [one] direction “{ $names }”
   *[other] directions: { $names }
}
schedule-audience-teams = { $count ->
    [one] team “{ $names }”
   *[other] teams: { $names }
}
schedule-audience-buses = { $count ->
    [one] those in the bus “{ $names }”
   *[other] those in the buses: { $names }
}

schedule-venue-title =
    <b>{ $title }</b>
    { $place }
schedule-label-address = Address
schedule-label-way = How to get there
schedule-label-halls = Halls
schedule-label-wifi = Wi-Fi
schedule-label-meals = Meals
schedule-label-contacts = Contacts
schedule-label-duty = On duty

schedule-trip-title = <b>My trip.</b> { $module }
schedule-trip-where = { $place } · { $period }
schedule-trip-none = Nothing is known about your trip yet. Please ask the organizers.
schedule-trip-none-phone = Nothing is known about your trip yet. Please call the person on duty: { $phone }
schedule-room-number = room { $room }
schedule-label-arrival = Arrival
schedule-label-departure = Departure
schedule-label-transfer = Transfer
schedule-label-hotel = Hotel
schedule-label-bus = Bus
schedule-label-group = Group
schedule-label-bring = What to bring

schedule-unpublished = The programme of the stream “{ $stream }” is not published yet. It will be here as soon as the organizers publish it.
schedule-duty = On duty: { $phone }
schedule-not-found = “{ $words }” is not in your schedule.
schedule-examples = Write a day or a place: <code>/schedule tomorrow</code>, <code>/schedule tue</code>, <code>/schedule 18.11</code>, <code>/schedule Tyumen</code>. Or choose below.

schedule-refused-stream = This belongs to another stream, which you are not in.
schedule-refused-no-stream = There is no stream yet. Load a programme from an Excel workbook.
schedule-gone-event = This event is no longer in the programme: it has changed. Open the schedule again.
schedule-gone-module = This module is no longer in the programme: it has changed. Open the list of modules again.
schedule-gone-venue = This venue is no longer in the programme: it has changed. Open the schedule again.
schedule-no-point = The map point is gone: the programme has changed.
