publishing-draft-none = { $stream }: there is no draft; all is published, or nothing was loaded yet. Send the workbook (a template: /template) or change an event: /edit.
publishing-draft-title =
    <b>{ $stream }: draft No. { $number }</b>
    { $rows }.
publishing-draft-changed =
    { $count ->
        [one] { $count } row changes
       *[other] { $count } rows change
    }
publishing-draft-added =
    { $count ->
        [one] { $count } row is added
       *[other] { $count } rows are added
    }
publishing-draft-gone =
    { $count ->
        [one] { $count } row is removed
       *[other] { $count } rows are removed
    }
publishing-draft-same = Nothing differs from the published programme
publishing-draft-row = <b>{ $title }</b> · { $code }
publishing-draft-change = “{ $heading }”: { $old } → { $new }
publishing-draft-first = People see nothing yet: this is the stream's first programme.
publishing-draft-later = People see the published programme; only organizers see these changes so far. After publishing:
publishing-button-publish = Publish
publishing-button-publish-sure = Yes, publish
publishing-button-back = Back
publishing-button-draft = Draft
publishing-button-undo = Undo this publication
publishing-button-undo-delay = Undo the shift
publishing-sure-first =
    { $count ->
        [one] Publish the programme “{ $stream }”? { $count } person of the stream will see it. No notices are sent.
       *[other] Publish the programme “{ $stream }”? { $count } people of the stream will see it. No notices are sent.
    }
publishing-sure = Publish the changes of the programme “{ $stream }”?
publishing-told =
    { $count ->
        [0] Nobody needs a notice: the changes do not concern events ahead of anybody who has entered.
        [one] { $count } person gets a notice.
       *[other] { $count } people get notices.
    }
publishing-absent =
    { $count ->
        [one] { $count } more has not entered the bot: tell them otherwise (/coverage).
       *[other] { $count } more have not entered the bot: tell them otherwise (/coverage).
    }
publishing-blocked =
    { $count ->
        [one] { $count } more has blocked the bot: tell them otherwise.
       *[other] { $count } more have blocked the bot: tell them otherwise.
    }
publishing-done-publish = <b>{ $stream }: published.</b> People see this programme.
publishing-done-delay = <b>{ $stream }: the events are shifted.</b> People see the new times.
publishing-done-undo = <b>{ $stream }: undone.</b> People see again what was there before.
publishing-nothing-seen = People see no programme of the stream again: nothing was published before.
publishing-before = This is done already: { $author }, { $at }.
publishing-last-publish = Last publication: { $author }, { $at }.
publishing-last-delay = The last change was a shift of events: { $author }, { $at }.
publishing-last-undo = The last change was undone: { $author }, { $at }.
publishing-moment = { $day }, { $time } (Moscow)
publishing-nobody = an administrator

publishing-notice-title = <b>Changes in the programme: { $count }</b>
publishing-notice-stream = { $stream }
publishing-notice-more =
    { $count ->
        [one] { $count } more change is in the timetable.
       *[other] { $count } more changes are in the timetable.
    }
publishing-notice-day = Timetable of the day
publishing-change-title = <b>{ $title }</b>
publishing-change-module = <b>Module “{ $title }”</b>
publishing-change-point = The point on the map has changed.
publishing-change-new = New: { $when }
publishing-change-removed = No longer in your programme: { $when }
publishing-change-cancelled = Cancelled: { $when }
publishing-change-restored = Takes place after all: { $when }
publishing-change-moved = Time: <s>{ $old }</s> → <b>{ $new }</b>
publishing-change-hours = { $day }: <s>{ $old }</s> → <b>{ $new }</b> ({ $zone })
publishing-change-when = { $when }
publishing-when = { $day }, { $hours } ({ $zone })
publishing-day-hours = { $day }, { $hours }
publishing-pair = { $label }: { $old } → <b>{ $new }</b>
publishing-pair-new = { $label }: <b>{ $new }</b>
publishing-pair-gone = { $label }: was “{ $old }”, not named now
publishing-label-title = Title
publishing-label-room = Hall
publishing-label-speaker = Speaker
publishing-label-online = Link
publishing-label-meeting-point = Meeting point
publishing-label-contact = Contact
publishing-label-bring = What to take
publishing-label-bus = Your bus
publishing-label-days = Days
publishing-label-venue = Venue
publishing-label-address = Address
publishing-label-way = How to get there

error-publication-superseded = It is too late to undo: something was published since. Open /publish.

delay-usage = Shift the rest of today: <code>/delay 20</code> – 20 minutes later, <code>/delay -10</code> – 10 minutes earlier. No more than { $bound } minutes. You see first what changes and who gets a notice.
delay-streams = Several streams have events today. Which one is to be shifted?
delay-button-minutes = +{ $minutes }
delay-anew = <b>The programme has changed while you were deciding.</b> Nothing was shifted. Now it is so:
delay-title = <b>Shift by { $minutes } min: { $stream }</b>
delay-day = { $day } (the venue's time, { $zone })
delay-line = { $old } → <b>{ $new }</b> { $title }
delay-line-fixed = { $old } → <b>{ $new }</b> { $title } (others wait: drivers, hosts)
delay-line-stays = { $hours } { $title } – stays
delay-more =
    { $count ->
        [one] … and { $count } more event.
       *[other] … and { $count } more events.
    }
delay-past-midnight = Mind: “{ $title }” goes past midnight.
delay-clash = Mind: “{ $title }” overlaps with “{ $other }” ({ $hours }).
delay-warnings-more =
    { $count ->
        [one] … and { $count } more such warning.
       *[other] … and { $count } more such warnings.
    }
delay-count =
    { $count ->
        [one] { $count } event is shifted.
       *[other] { $count } events are shifted.
    }
delay-button-sure = Shift by { $minutes } min
delay-button-leave-fixed = Without transfers and excursions
delay-button-move-fixed = With transfers and excursions
delay-button-first = From another event
delay-first = From which event on? It and all after it are shifted.
error-delay-nothing = There is nothing to shift: no event of today is still to begin.
error-delay-past = An event would have begun before now. Choose fewer minutes or begin with another event.
error-delay-outside = An event would leave the module's days. Choose fewer minutes.
error-delay-clock = The venue's clocks do not show such a time. Change the events one by one: /edit.
error-delay-no-module = None of your streams has a module today; there is nothing to shift.
