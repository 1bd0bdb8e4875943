files-button-calendar = Calendar (.ics)
files-button-picture = Picture
files-button-of = { $what }: { $form }
files-form-ics = calendar
files-form-png = picture

files-title = <b>The schedule to take along</b>
files-module = { $module }, { $period } ({ $place })
files-about =
    Calendar is an .ics file: your phone adds the events to its own calendar.
    A picture stays in the chat and opens without a connection.

    A file in a chat does not update itself. If your events change, we will send a new one.

files-name = Schedule { $days }
files-caption-anew = <b>The programme has changed: a new file in place of the old one.</b>
files-caption-day = <b>{ $subject }</b>
files-caption-what = <b>{ $subject }</b>, { $days }
files-caption-where = { $place } · { $stream }
files-caption-calendar = Open the file: your phone adds the events to its calendar and updates those it has.
files-caption-picture = The picture opens without a connection.
files-still = This file does not update itself: the current schedule is in the bot.
files-still-own = A file in a chat does not update itself. If your events change, we will send a new one.
files-still-all = A file in a chat does not update itself. If your events change, we will send a new one; if others’ do, take a new one yourself.
files-still-take = A file in a chat does not update itself: take a new one after changes.
files-made = Made { $moment } ({ $place }), edition { $edition }

files-event-cancelled = Cancelled: { $title }
files-event-withdrawn = This event is no longer in your schedule.
files-event-others = This event is for other participants.
files-event-zone = Time at the venue: { $place }
files-online = online, the link is in the bot
files-cancelled = cancelled
files-page = Picture { $number } of { $count }
files-more = { $count ->
    [one] { $count } event did not fit: see the bot.
   *[other] { $count } events did not fit: see the bot.
}
files-not-drawn = The picture could not be made, so here is the same as text.
files-refused-empty = There are no events here, so there is nothing to make a file of.
