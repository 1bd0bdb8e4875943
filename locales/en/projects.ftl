projects-choose =
    { $count ->
        [one] <b>Your project</b>
       *[other] <b>Which project?</b>
    }
projects-none = You have no project yet: you are in no team that has one. If that is a mistake, write to the organizers: /ask
projects-none-leads = You have no project of your own. All projects you may see are in the list.
projects-button-all = All projects
projects-title = <b>{ $title }</b>
projects-stage = Stage: { $stage } · { $team }
projects-title-only = Reports, blockers and files are for the team, its mentor and the organizers.
projects-no-reports = There has been no report yet.
projects-moment = { $day }, { $time } ({ $zone })
projects-somebody = author unknown
projects-reported = Report: <b>{ $light }</b> – { $name }, { $at }
projects-rule = By the rule: { $words }
projects-rule-differs = By the rule: <b>{ $words }</b> – differs from the report
projects-rule-why = { $light } ({ $why })
projects-reason-never = no report yet
projects-reason-stale =
    { $days ->
        [one] no report for { $days } day
       *[other] no report for { $days } days
    }
projects-reason-overdue =
    { $count ->
        [one] { $count } milestone overdue
       *[other] { $count } milestones overdue
    }
projects-next-milestone = Milestone: { $words }
projects-milestone = { $title } – { $day } ({ $left })
projects-milestone-done = { $title } – { $day } (reached)
projects-milestone-line = { $number }. { $words }
projects-overdue-by =
    { $days ->
        [one] { $days } day overdue
       *[other] { $days } days overdue
    }
projects-blockers = <b>Blockers</b>
projects-blocker = – { $words } ({ $age })
projects-blocker-helped = – { $words } ({ $age }; { $name } helps)
projects-blockers-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
projects-age =
    { $days ->
        [0] since today
        [one] for { $days } day
       *[other] for { $days } days
    }
projects-mentor = Mentor: { $names }
projects-snoozed = You will be asked for the report { $until }.
projects-leave-own = You are away until { $until }: no reminders of reports.
projects-leave-team = The team is away until { $until }: no reminders of reports.
projects-last-reports = <b>Last reports</b>
projects-report-head = { $light } – { $name }, { $at }
projects-report-corrected = { $light } – { $name }, { $at }, corrected
projects-report-done = Done: { $words }
projects-report-hinders = Blocked by: { $words }
projects-report-next = Next: { $words }

projects-button-report = Report
projects-button-go-on = Go on with the report
projects-button-go-on-correcting = Go on correcting
projects-button-afresh = A new report instead
projects-button-history = History
projects-button-milestones = Milestones
projects-button-papers = Files
projects-button-stage = Stage
projects-button-pause = When to remind
projects-button-blocker = Blocked by: { $words }
projects-button-card = ‹ Project
projects-button-back = ‹ Back
projects-button-reached = Reached: { $title }
projects-button-unreached = Not reached yet: { $title }

projects-milestones-title = <b>Milestones</b>: { $title }
projects-ask-stage = <b>{ $title }</b>: at which stage is the project? Now: { $stage }.
projects-stage-set = The stage is now: { $stage }.

projects-choose-green = green: going to plan
projects-choose-yellow = yellow: at risk
projects-choose-red = red: help is needed
projects-ask-light = <b>{ $title }</b>: how is it going?
projects-ask-done = <b>What was done?</b> Write one message, up to { $most } characters.
projects-ask-hinders = <b>What is in the way?</b> Write it or press a button.
projects-ask-next = <b>What is next?</b> Choose a milestone or write in your own words.
projects-hindered = It was before:
projects-button-nothing = Nothing
projects-button-nothing-any-more = Nothing any more
projects-button-still-the-same = Still the same
projects-button-no-next = No milestone
projects-button-later = Later
projects-button-discard = Delete the draft
projects-button-discard-sure = Yes, delete
projects-ask-discard = Delete the unfinished report?
projects-ask-which = <b>{ $title }</b>: your correction of an earlier report is half written. Go on with it, or begin a new report? The new report takes the correction's place: the earlier one stays as it was sent.
projects-discarded = The draft is deleted.
projects-kept = Put aside: what you wrote is kept. Go on any day, from here or from /project.
projects-review = <b>Check the report</b>: { $title }
projects-review-correction = <b>Check the correction</b>: { $title }
projects-review-light = Light: { $light }
projects-review-kept = Still in the way: { $words }
projects-review-nothing = Nothing is in the way
projects-review-nothing-closes =
    { $count ->
        [one] Nothing is in the way: { $count } earlier blocker will be closed
       *[other] Nothing is in the way: { $count } earlier blockers will be closed
    }
projects-review-no-next = Next: no milestone
projects-button-give = Send
projects-button-give-correction = Correct the report
projects-button-again-light = ✎ Light
projects-button-again-done = ✎ Done
projects-button-again-hinders = ✎ Blockers
projects-button-again-next = ✎ Next
projects-given = The report is in: { $light }. Project “{ $title }”.
projects-corrected = The report is corrected: { $light }. Project “{ $title }”. What it said before is kept in the history.
projects-given-before = While you were writing, { $name } reported ({ $at }): { $light }. Both reports are kept; yours is in force, being later.

projects-history-title = <b>Reports</b>: { $title }
projects-history-replaced = Corrected later: the correction is in force.
projects-button-correct = Correct: { $at }

projects-blocker-title = <b>{ $title }</b>: what is in the way
projects-blocker-words = { $words }
projects-blocker-opened = Told by { $name }, { $at } ({ $age })
projects-blocker-helper = { $name } helps
projects-blocker-nobody = No helper is named.
projects-blocker-closed = Closed { $at }.
projects-button-close = No longer in the way
projects-button-still = Still in the way
projects-button-helper = Name a helper
projects-button-other-helper = Another helper
projects-button-find-helper = Find by name
projects-button-blocker-back = ‹ Blocker
projects-ask-helper = Who will help? “{ $words }”. The helper is told at once and asked until it is closed.
projects-ask-helper-name = Write the surname of whoever will help.
projects-helper-not-found = Nobody in the stream fits “{ $words }”.

projects-pauses-title = <b>When to remind of the report</b>
projects-pauses-about = The bot asks for a report once a week if the team has not given one. Leave makes no report fresher: what the card counts goes on as always.
projects-button-in-hours = In { $hours } h
projects-button-tomorrow = Tomorrow at 10:00
projects-button-leave = Away until { $until }
projects-button-leave-other = Away until another day…
projects-button-leave-team = Whole team until { $until }
projects-button-leave-team-other = Whole team until another day…
projects-button-resume = Remind as usual
projects-ask-day = Until which day? Write, for example: until 12.01

projects-notice-prompt = <b>Time to report</b>: { $title }. It takes a minute: the light, what was done, what is in the way, what is next.
projects-notice-told = <b>Report of the team</b>: { $title }
projects-notice-told-correction = <b>A report was corrected</b>: { $title }
projects-notice-overtaken = <b>Another report is in force</b>: { $title }. { $name } reported after you. Both are kept, yours is in the history.
projects-notice-silence =
    { $count ->
        [one] <b>{ $count } project is silent</b>
       *[other] <b>{ $count } projects are silent</b>
    }
projects-notice-silent =
    { $days ->
        [one] – { $title } ({ $team }): no report for { $days } day
       *[other] – { $title } ({ $team }): no report for { $days } days
    }
projects-notice-silent-more =
    { $count ->
        [one] and { $count } more project
       *[other] and { $count } more projects
    }
projects-notice-helper = <b>A project asks for your help</b>: { $title }
projects-notice-helper-words = In the way: { $words }
projects-notice-helper-by = Told by { $name }.
projects-notice-blocker = <b>Still in the way?</b> { $title }
projects-notice-blocker-words = { $words } ({ $age })
projects-still-noted = Noted: still in the way. You will be asked again in a few days.
projects-button-about-blocker = More
projects-through = { $name } (through the assistant { $helper })
