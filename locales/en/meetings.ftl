command-meeting = a meeting with a team or the mentor: when and where

meetings-with-whom = With whom is the meeting?
meetings-moment = { $day }, { $time } ({ $zone })
meetings-slot = { $day }, { $hours } ({ $zone })
meetings-zone = { $city }, { $mark }
meetings-your-clock = Times are by your clock: { $zone }.
meetings-clock-team = For the team: { $time } ({ $zone })
meetings-clock-mentor = For the mentor: { $time } ({ $zone })
meetings-when = <b>When shall you meet?</b> { $other }
meetings-when-other = <b>To when shall the meeting be moved?</b> { $other }
meetings-when-hint = Press a day or write in words: “20.11 16:30, a link or a place”, “tomorrow 10:00–11:00 MSK”.
meetings-hour = <b>{ $day }: at what hour?</b>
meetings-hour-hint = Press an hour or write the exact time: “15:30”.
meetings-hour-none = No full hour is left on that day. Write the exact time (“21:30”) or choose another day.
meetings-draft = <b>Arrange the meeting?</b> { $other }
meetings-draft-place = Write the place or the link now, in one message, or add it later.
meetings-head = Meeting: { $other }
meetings-when-line = <b>{ $when }</b>
meetings-where = Where: { $place }
meetings-nowhere = Where: neither place nor link is known yet
meetings-was = It was: { $when }
meetings-will = It will be: <b>{ $when }</b>
meetings-next = Next meeting: <b>{ $when }</b>
meetings-none-ahead = No next meeting is arranged
meetings-no-result = nothing written
meetings-result =
    <b>Result (seen by you alone):</b>
    { $result }
meetings-line-result = Result: { $result }
meetings-title =
    { $count ->
        [0] <b>No meetings yet.</b> { $other }
        [one] <b>{ $count } meeting.</b> { $other }
       *[other] <b>{ $count } meetings.</b> { $other }
    }
meetings-line = <b>{ $number }.</b> { $when } – { $state }
meetings-state-planned = arranged
meetings-state-over = nobody has said whether it took place
meetings-state-held = took place
meetings-state-missed = did not take place
meetings-state-cancelled = cancelled
meetings-clash = ⚠ { $whose }: “{ $title }”, { $hours }
meetings-clash-team = ⚠ { $whose }: a meeting with the team “{ $team }”
meetings-clash-other = ⚠ { $whose }: another meeting
meetings-clash-own = At that time you have
meetings-clash-whose-team = At that time the team has
meetings-clash-whose-mentor = At that time the mentor has
meetings-move = <b>Move the meeting?</b> { $other }
meetings-cancel = <b>Cancel the meeting?</b> The other side is told at once. { $other }
meetings-forgotten = No meeting is arranged: the draft is gone, nobody heard of it.
meetings-ask-place = Write the place or the link in one message, for instance “Technopark, hall 2” or “https://…”.
meetings-ask-result = <b>Noted: the meeting took place.</b> { $other }
meetings-ask-result-hint = Write the result in two lines: what was decided and what to do until the next meeting. You alone see it; organizers see only how many meetings there were.
meetings-words-only = Words are needed here. Write a text.

meetings-news-arranged = <b>A meeting is arranged.</b> { $other }
meetings-news-moved = <b>The meeting has moved.</b> { $other }
meetings-news-changed = <b>The meeting has changed.</b> { $other }
meetings-news-cancelled = <b>The meeting is cancelled.</b> { $other }
meetings-asked = <b>Did the meeting take place?</b> { $other }
meetings-soon = <b>A meeting in { $left }.</b> { $other }
meetings-ahead = <b>{ $day } at { $time }, a meeting.</b> { $other }
meetings-runs = <b>The meeting is on now.</b> { $other }

meetings-button-arrange = Arrange the meeting
meetings-button-place = Place or link
meetings-button-other-time = Another time
meetings-button-other-day = Another day
meetings-button-forget = Do not arrange
meetings-button-move = Move
meetings-button-move-sure = Yes, move it
meetings-button-cancel = Cancel
meetings-button-cancel-sure = Yes, cancel the meeting
meetings-button-keep = Leave it as it is
meetings-button-back = ‹ Back
meetings-button-open = Open the meeting
meetings-button-new = Arrange a meeting…
meetings-button-all = All meetings
meetings-button-log = Log a meeting
meetings-button-held = It took place
meetings-button-missed = It did not
meetings-button-result = Write the result
meetings-button-result-other = Correct the result
meetings-button-no-result = No result
meetings-button-again = Again: { $when }
meetings-chosen = ✓ { $label }

error-meeting-moment = This is no time. Write, for instance: 20.11 16:30, tomorrow 10:00–11:00.
error-meeting-past = That moment has passed. Name one ahead.
error-meeting-far = That is too far: a meeting can be arranged a year ahead.
error-meeting-long = A meeting lasts eight hours at most.
error-meeting-gone = This meeting is gone. Open the list again: /teams or /mentor.
error-meeting-cancelled = This meeting is cancelled. Arrange a new one: /meeting.
error-meeting-over = This meeting is over: it cannot be changed. A new one: /meeting.
error-meeting-ahead = The meeting has not begun: it can be logged after that.
error-meeting-not-held = A result is written about a meeting that took place. Log it first.
error-meeting-result-long = Too long: { $most } characters are enough for a result.
error-meeting-mentor-logs = The mentor logs meetings and writes the result.

notices-kind-meeting-news = A meeting was arranged or changed
notices-kind-meeting-reminder = Reminder of a meeting
notices-kind-meeting-log = Did the meeting take place
settings-always-meeting-news = mentorships
settings-always-meeting-log = mentorships
setting-title-meeting-leads = Remind of meetings
setting-about-meeting-leads = How long before a meeting of a mentor and a team both sides are reminded. “The evening before” is the hour of the plan for tomorrow, by everybody's own clock.
setting-zero-meeting-leads = no reminders
