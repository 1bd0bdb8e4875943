editing-modules = <b>{ $stream }.</b> Which module is to be changed?
editing-days =
    <b>{ $stream }</b>
    { $module }. Which day is to be changed? Changes go into the draft; people see them once it is published.
editing-events =
    <b>{ $day }</b>
    { $module }. Which event is to be changed?
editing-label-off = cancelled: { $event }
editing-label-room = Hall
editing-label-speaker = Speaker
editing-fact = { $label }: { $value }
editing-refused = <b>Not changed:</b> { $reason }
editing-mind = Mind: { $reason }
editing-no-draft = There is no draft: people see the event just so.
editing-first = The stream's programme was never published: people do not see it.
editing-new = People do not see this event yet.
editing-differs = Publishing will change of this event:
editing-same = People see this event just so.
editing-change = “{ $heading }”: { $old } → { $new }
editing-draft =
    { $count ->
        [one] Draft No. { $number } changes { $count } row in all.
       *[other] Draft No. { $number } changes { $count } rows in all.
    }
editing-button-edit = Change
editing-button-modules = Another module
editing-button-days = Another day
editing-button-add = Add an event
editing-button-time = Time
editing-button-day = Day
editing-button-room = Hall
editing-button-speaker = Speaker
editing-button-title = Title
editing-button-cancel = Cancel the event
editing-button-restore = Bring it back
editing-button-back = ‹ { $day }
editing-button-publish = Draft and publication
editing-button-keep = Leave it
editing-button-leave = Do not add
editing-button-no-room = No hall
editing-ask-time = Type the new time: <code>10:30</code>, <code>10:30–12:00</code>, <code>20 minutes later</code>. With a beginning alone it lasts as long as before.
editing-ask-room = Type the hall. To remove it, type “-”.
editing-ask-speaker = Type the speaker, by office if you like. To remove it, type “-”.
editing-ask-title = Type the title.
editing-present = Now: { $value }
editing-move = “{ $title }”: to which day? The time stays.
editing-add-hours = A new event, { $day }. Type its beginning and end by the venue's clock: <code>10:30–12:00</code>
editing-add-kind = A new event, { $day }. Of which kind?
editing-add-title = A new event, { $day }. Type its title.
editing-add-room = A new event, { $day }. Type its hall.
error-edit-nothing = This stream has no programme yet. Send the workbook (a template: /template).
error-edit-hours = A beginning and an end are needed, such as 10:30–12:00.
error-edit-other-day = The event would move to another day. Change its day first.
error-edit-lost = This event was added already, or more than half an hour has passed. Begin anew: /edit.
