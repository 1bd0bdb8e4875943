notices-kind-event-reminder = Reminder
notices-kind-last-call = Last call of an excursion
notices-kind-excursion-reminder = Reminder of an excursion
notices-kind-place-offered = A place became free
notices-kind-place-expired = A place is held no more
notices-kind-place-given = A place from the organizers
notices-kind-place-taken = Taken off an excursion
notices-kind-day-plan = Plan of the day
notices-kind-group-plan = Plan of the day in the group
notices-kind-programme-changed = Programme changes
notices-kind-notice-fault = Word about a fault of the bot
notices-kind-question-waiting = Question waiting too long
notices-kind-proposal = Proposal to a mentor
notices-kind-proposal-reminder = Reminder to a mentor
notices-kind-proposal-silent = A mentor is silent
notices-kind-proposal-declined = A mentor declined
notices-kind-proposal-withdrawn = A proposal taken back
notices-kind-introduction = Introduction of team and mentor
notices-kind-broadcast = Broadcast
notices-kind-broadcast-urgent = Urgent broadcast
notices-kind-broadcast-change = Correction of a broadcast
notices-kind-broadcast-retraction = Retraction of a broadcast
notices-kind-broadcast-reminder = Reminder of a broadcast
notices-kind-broadcast-approval = Approval of a broadcast
notices-kind-broadcast-approval-urgent = Approval of an urgent broadcast
notices-kind-broadcast-decided = Decision about a broadcast
notices-kind-broadcast-decided-urgent = Decision about an urgent broadcast
notices-kind-broadcast-calls = Call list
notices-kind-broadcast-deadline = Who has not answered in time

notices-state-queued = waits
notices-state-waits = waits: { $reason }
notices-state-claimed = being sent
notices-state-held = stopped by an organizer
notices-state-sent = sent
notices-state-repeated = sent; its fate was unknown, so it was repeated
notices-state-unsent = not sent: { $reason }
notices-state-cancelled = taken out of the plan: { $reason }

notices-reason-late = too late
notices-reason-night = night
notices-reason-muted = switched off by the person
notices-reason-unreachable = the bot is blocked
notices-reason-not-entered = has not entered the bot
notices-reason-no-consent = no consent to data processing
notices-reason-left = left the stream
notices-reason-nothing = nothing to tell
notices-reason-changed = the programme changed
notices-reason-answered = answered already
notices-reason-elsewhere = the stream's questions go elsewhere now
notices-reason-not-needed = not needed any more
notices-reason-network = the connection to Telegram broke
notices-reason-server = Telegram answered with an error
notices-reason-told-to-wait = Telegram told us to wait
notices-reason-the-chat-moved = the group has moved
notices-reason-unknown-fate = fate unknown, being repeated
notices-reason-message-gone = the message is no longer in the chat
notices-reason-cancelled = called off by an organizer
notices-reason-replied = answered already
notices-reason-fault = a fault of the bot: { $words }

notices-list-about = { $kind }: { $what }
notices-list-moment = { $day }, { $time }
notices-list-when = { $span } ({ $zone })
notices-list-event-gone = an event that is no longer in the programme
notices-list-event-cancelled = { $title } (cancelled)
notices-list-question = No. { $number }
notices-list-group = a group

notices-list-counts =
    { $waiting ->
        [one] sent { $sent }, { $waiting } waits, not sent { $unsent }
       *[other] sent { $sent }, { $waiting } wait, not sent { $unsent }
    }
notices-list-counts-cancelled = , taken out of the plan { $count }
notices-list-counts-alone = In all: { $counts }.
notices-list-today = <b>Today: { $counts }.</b>
notices-list-today-none = <b>No notices today.</b>
notices-list-stream = { $stream }
notices-list-reason = { $reason } – { $count }
notices-list-reasons-more = other – { $count }
notices-list-reasons = Why not sent: { $reasons }.
notices-list-waits-line = Why waiting: { $reasons }.
notices-list-repeats = May have arrived twice: { $count } (the connection broke while sending, fate unknown, repeated).

notices-list-title-ahead = <b>Ahead</b>
notices-list-title-sent = <b>Sent lately</b>
notices-list-title-unsent = <b>Not sent, and taken out of the plan</b>
notices-list-title-was = <b>Past</b>
notices-list-line =
    { $count ->
        [one] { $when } – { $about } – { $count } recipient
       *[other] { $when } – { $about } – { $count } recipients
    }
notices-list-line-unsent = { $when } – { $about } – { $reasons }
notices-list-line-cancelled = { $when } – { $about } – taken out of the plan: { $reasons }
notices-list-line-state = { $when } – { $about } – { $state }
notices-list-line-whom = { $whom } – { $state } ({ $at })
notices-list-none-ahead =
    { $hours ->
        [one] Nothing is planned: the plan reaches { $hours } hour ahead.
       *[other] Nothing is planned: the plan reaches { $hours } hours ahead.
    }
notices-list-none-sent =
    { $hours ->
        [one] Nothing was sent in the last { $hours } hour. What is older is found by its event or person.
       *[other] Nothing was sent in the last { $hours } hours. What is older is found by its event or person.
    }
notices-list-none-unsent =
    { $hours ->
        [one] In the last { $hours } hour everything that was due was sent.
       *[other] In the last { $hours } hours everything that was due was sent.
    }
notices-list-hint = By person: <code>/notices Ivanov</code>. By event: the button “Notices” on its card.
notices-list-hint-person = Everything about one person: <code>/notices Ivanov</code>.

notices-list-head = <b>{ $about }</b>
notices-list-head-of = <b>Notices: { $title }</b>
notices-list-event-hours = Event: { $day }, { $hours } ({ $zone })
notices-list-head-when = Notice: { $when }
notices-list-event-occasion = <b>{ $number }. { $kind }</b>, { $when }
notices-list-event-none =
    { $hours ->
        [one] Nothing about this event is planned or was sent. The plan reaches { $hours } hour ahead.
       *[other] Nothing about this event is planned or was sent. The plan reaches { $hours } hours ahead.
    }
notices-list-event-more = … and { $count } more before.
notices-list-person-none = Nothing is planned and nothing was sent.
notices-list-outside = Has not entered the bot: notices do not arrive.
notices-list-without-consent = No consent to data processing: notices are not sent.
notices-list-blocked = The bot is blocked: notices do not arrive.
notices-list-muted = Switched off by the person: { $groups }.

notices-list-choose = Notices of which stream?
notices-list-no-streams = There are no streams yet: load the programme as an Excel workbook, /template.
notices-list-nobody = Nobody in your streams fits “{ $words }”. A part of the name, the municipality, the phone or the code will do.
notices-list-found =
    { $count ->
        [one] “{ $words }”: { $count } person
       *[other] “{ $words }”: { $count } people
    }
notices-list-found-more = The first { $shown } are shown: please be more precise.

notices-list-button-notices = Notices
notices-list-button-ahead = Ahead: { $count }
notices-list-button-sent = Sent: { $count }
notices-list-button-unsent = Not sent: { $count }
notices-list-button-again = Refresh
notices-list-button-board = ‹ Notices
notices-list-button-event = All notices about the event
notices-list-button-card = Card of the event
notices-list-button-person = Card of the person

error-notice-forgotten = This record is gone: what became of notices is kept for 90 days.
notices-kind-report-prompt = Asking for a report
notices-kind-report-told = Report of the team
notices-kind-report-overtaken = A report after a report
notices-kind-report-silence = Silence of projects
notices-kind-blocker-helper = Asking to help a project
notices-kind-blocker-asked = Asking about a blocker
