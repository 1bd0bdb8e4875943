along-button-calendar = Calendar (.ics)
along-button-picture = Picture
along-button-of = { $what }: { $form }
along-form-ics = calendar
along-form-png = picture

along-title = <b>The schedule to take along</b>
along-module = { $module }, { $period } ({ $place })
along-about =
    Calendar is an .ics file: your phone adds the events to its own calendar.
    A picture stays in the chat and opens without a connection.

    A file in a chat does not update itself. If your events change, we will send a new one.

along-name = Schedule { $days }
along-caption-anew = <b>The programme has changed: a new file in place of the old one.</b>
along-caption-day = <b>{ $subject }</b>
along-caption-what = <b>{ $subject }</b>, { $days }
along-caption-where = { $place } · { $stream }
along-caption-calendar = Open the file: your phone adds the events to its calendar and updates those it has.
along-caption-picture = The picture opens without a connection.
along-still = This file does not update itself: the current schedule is in the bot.
along-still-own = A file in a chat does not update itself. If your events change, we will send a new one.
along-still-all = A file in a chat does not update itself. If your events change, we will send a new one; if others’ do, take a new one yourself.
along-still-take = A file in a chat does not update itself: take a new one after changes.
along-made = Made { $moment } ({ $place }), edition { $edition }

along-event-cancelled = Cancelled: { $title }
along-event-withdrawn = This event is no longer in your schedule.
along-event-others = This event is for other participants.
along-event-zone = Time at the venue: { $place }
along-online = online, the link is in the bot
along-cancelled = cancelled
along-page = Picture { $number } of { $count }
along-more = { $count ->
    [one] { $count } event did not fit: see the bot.
   *[other] { $count } events did not fit: see the bot.
}
along-not-drawn = The picture could not be made, so here is the same as text.
along-refused-empty = There are no events here, so there is nothing to make a file of.
