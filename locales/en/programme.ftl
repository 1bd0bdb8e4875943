programme-choose = The settings of which programme?
programme-title = <b>Settings of the programme</b>: { $title }
programme-hint = Press what to change. ✎ marks what differs from the original.
programme-button-leads = Reminders of events
programme-button-corrections = Corrections asked for: { $count }
programme-button-back = ‹ Settings
programme-leads =
    { $count ->
        [0] Reminders of events: none
        [one] Reminders: of { $count } kind of event
       *[other] Reminders: of { $count } kinds of event
    }
programme-due =
    { $count ->
        [one] Next erasure: { $day }, { $count } person
       *[other] Next erasure: { $day }, { $count } people
    }
programme-due-now =
    { $count ->
        [one] The time is over: the data of { $count } person are being erased
       *[other] The time is over: the data of { $count } people are being erased
    }

setting-group-notices = <b>Notices</b>
setting-group-questions = <b>Questions</b>
setting-group-mentoring = <b>Mentors</b>
setting-group-data = <b>Data</b>
setting-line = { $title }: { $value }
setting-line-changed = ✎ { $title }: <b>{ $value }</b>
setting-title = <b>{ $title }</b>
setting-now = Now: <b>{ $value }</b>
setting-usual = Originally: { $value }
setting-changed = Changed: { $name }, { $day }, { $time } (Moscow time)
setting-changed-by-admin = Changed by an administrator on { $day }, { $time } (Moscow time)
setting-changed-by-somebody = Changed on { $day }, { $time } (Moscow time)
setting-saved = Saved: { $value }.
setting-button-other = Another value…
setting-button-default = Put back as it was
setting-button-cancel = Do not change
setting-button-no = No, leave it
setting-button-sure =
    { $count ->
        [one] Yes, erase the data of { $count } person
       *[other] Yes, erase the data of { $count } people
    }
setting-erases =
    { $count ->
        [one] <b>With this period the data of { $count } person will be erased at once.</b>
       *[other] <b>With this period the data of { $count } people will be erased at once.</b>
    }

    Their streams ended long ago. Names, phones, answers and accounts go; nameless rows stay in the counts. This cannot be undone.
setting-type = <b>{ $title }</b>: write the new value.
setting-example-whole = One whole number, for example: 45.
setting-example-hour = An hour from 0 to 23, for example: 20.
setting-example-hours = Two hours, for example: 22–8. Write “no” for none.
setting-example-leadtimes = Separated by commas, for example: evening before, 2 hours, 15 minutes. Write “no” for none.
setting-example-yesno = Write “yes” or “no”.

setting-title-quiet-hours = Quiet hours
setting-title-plan-hour = Tomorrow's plan
setting-title-group-morning = Plan of the day in the group
setting-title-place-offer = How long a place on an excursion is held
setting-title-even-load = Even load of mentors
setting-title-proposal-remind = Remind the mentor
setting-title-proposal-escalate = Tell organizers
setting-title-patience = Alarm about an unanswered question
setting-title-retention = Data are kept
setting-title-imports-kept = Undoing an import

setting-about-quiet-hours = In these hours neither people nor organizers are disturbed: by the venue's clock during a module. Nor do they count as waiting for an answer.
setting-about-plan-hour = The hour of the evening at which tomorrow's plan comes.
setting-about-group-morning = Whether the stream's group chat gets the plan of the day in the morning, when the quiet hours end. Without a sound; it holds nothing personal.
setting-about-place-offer = How long a place that became free on an excursion is held for whom it was offered to. The night does not count; half an hour before the departure nothing is held.
setting-about-even-load = How many points of fit a mentor's second team costs; the third costs twice that, and so on. 0 looks at the fit alone. Nobody is left without a mentor for it.
setting-about-proposal-remind = After how many days a mentor who has not answered a proposal is reminded.
setting-about-proposal-escalate = After how many days organizers are told of a mentor who still has not answered.
setting-about-patience = How long a participant's question waits before the organizers get an alarm. Quiet hours do not count.
setting-about-retention = For how many months after the end of a stream people's data are kept. When the time is over in every stream of a person, name, phone, answers and account are erased; a nameless row stays in the counts. Organizers of present streams and administrators stay.
setting-about-imports-kept = For how many days a workbook waits for a decision, and an import can be undone. An organizer of several programmes has the longer time.
setting-about-leads = How long before its beginning people are reminded of such an event. “Evening before” is the hour of tomorrow's plan.

setting-zero-even-load = not counted
setting-zero-retention = for ever
setting-zero-quiet-hours = none
setting-zero-leads = no reminders
setting-zero-bus-leaves = nobody is called
setting-yes = yes
setting-no = no
setting-count-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
setting-count-points =
    { $count ->
        [one] { $count } point
       *[other] { $count } points
    }
setting-count-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
setting-count-months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
setting-count-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
setting-lead-evening = evening before
setting-lead-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
setting-lead-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
setting-lead-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }

error-setting-minutes = Not understood. A whole number of minutes from { $least } to { $most } is needed.
error-setting-days = Not understood. A whole number of days from { $least } to { $most } is needed.
error-setting-months = Not understood. A whole number of months from { $least } to { $most } is needed; 0 keeps the data.
error-setting-people = Not understood. A whole number of people from { $least } to { $most } is needed; 0 is never.
error-setting-points = Not understood. A whole number of points from { $least } to { $most } is needed; 0 – not counted.
error-setting-hour = Not understood. A full hour from 0 to 23 is needed, for example 20.
error-setting-hours = Not understood. Two full hours are needed, for example 22–8.
error-setting-hours-long = Too long: quiet hours last { $most } hours at most.
error-setting-leads = Not understood. Up to { $most } times from 5 minutes to 7 days, by commas: evening before, 2 hours, 15 minutes.
error-setting-titles = Not understood. Up to { $most } titles separated by “;”, each of at most { $longest } characters.
error-setting-yes-no = Not understood. Answer “yes” or “no”.
setting-title-approval-size = Approval of broadcasts
setting-about-approval-size = From how many recipients on a second organizer has to approve a broadcast.
setting-zero-approval-size = not needed
setting-group-broadcasts = <b>Broadcasts</b>

setting-group-projects = <b>Projects</b>
setting-title-stages = Stages of a project
setting-title-report-day = Day of the report
setting-title-report-hour = Hour of the report
setting-title-staleness = A report is stale after
setting-title-overdue = Grace of a milestone
setting-title-silence = Tell of silence after
setting-title-blocker-days = Ask about a blocker every
setting-about-stages = The stages a project goes through, in order. The project's card offers them, and only they fit the sheet «Проекты» of the workbook. Projects at a stage that is no longer in the list stay there until it is changed.
setting-about-report-day = On which weekday the bot asks teams that have not reported yet. As soon as one member reports, the others are left in peace.
setting-about-report-hour = At which hour to ask, by each member's own clock.
setting-about-staleness = After how many days without a report the rule calls a project grey.
setting-about-overdue = How many days a milestone may be late before the rule calls the project yellow at least.
setting-about-silence = After how many days without a report the team's mentor and the organizers are told. If the silence goes on, they are told again after as many days.
setting-about-blocker-days = After how many days to ask the helper whether the blocker is still there. Until a helper is named, whoever told of it is asked.
setting-zero-overdue = no grace
setting-zero-silence = do not tell
setting-example-titles = Parted by «;» or one a line, for example: idea; charter; defence.
setting-example-weekday = A day of the week, for example: Thursday.
setting-weekday-0 = Monday
setting-weekday-1 = Tuesday
setting-weekday-2 = Wednesday
setting-weekday-3 = Thursday
setting-weekday-4 = Friday
setting-weekday-5 = Saturday
setting-weekday-6 = Sunday
error-setting-weekday = Not understood. A day of the week is needed, for example Thursday.
