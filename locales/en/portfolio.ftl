command-projects = projects: who lags, what hinders

projects-light-red = red
projects-light-yellow = yellow
projects-light-green = green
projects-light-grey = grey

portfolio-head =
    { $count ->
        [one] <b>{ $count } project</b>
       *[other] <b>{ $count } projects</b>
    }
portfolio-head-titles = <b>Projects of the stream: { $count }</b>
portfolio-count = { $light } – { $count }
portfolio-head-silent =
    { $count ->
        [one] { $count } team is silent: no fresh report.
       *[other] { $count } teams are silent: no fresh report.
    }
portfolio-shown = Shown: { $what }.
portfolio-none = There are no projects yet. They are loaded with the workbook: /template
portfolio-none-fits = There are no such projects now.
portfolio-line = { $place }. { $light } · <b>{ $title }</b>
portfolio-title-line = { $place }. { $title } – { $stage }
portfolio-team = { $team } · { $stage }
portfolio-differ = { $reported }, by the rule { $rule }
portfolio-silent =
    { $count ->
        [one] silent for { $count } day
       *[other] silent for { $count } days
    }
portfolio-never = never reported
portfolio-overdue = overdue: “{ $title }”, { $day }
portfolio-blocker = Blocked { $age }: { $words }{ $rest }
portfolio-more-blockers = { " " }(and { $count } more)
portfolio-narrow = <b>Which projects are to be shown?</b>
portfolio-choose-dir = <b>Which direction?</b>
portfolio-choose-fac = <b>Which change factory?</b>
portfolio-choose-str = <b>Which stream?</b>
portfolio-button-narrow = Narrow down
portfolio-button-all = Show all
portfolio-button-any = Any
portfolio-button-silent = silent
portfolio-button-silent-count = Silent – { $count }
portfolio-button-dir = Direction
portfolio-button-fac = Change factory
portfolio-button-str = Stream
portfolio-button-digest = What has changed
portfolio-button-picture = As a picture
portfolio-button-monthly = Monthly report
portfolio-button-defences = Order of defences
portfolio-button-list = To the list of projects

portfolio-digest-nothing = Nothing has changed in the projects since { $day }.
portfolio-digest-head =
    { $count ->
        [one] <b>{ $count } project of { $all } has changed since { $day }</b>
       *[other] <b>{ $count } projects of { $all } have changed since { $day }</b>
    }
portfolio-digest-turned = { $light } (was: { $was })
portfolio-digest-done = Done: { $words }
portfolio-digest-closed =
    { $count ->
        [one] { $count } blocker is gone
       *[other] { $count } blockers are gone
    }
portfolio-digest-reached = Reached: { $title }
portfolio-digest-more =
    { $count ->
        [one] { $count } more has changed: it is in the list of projects.
       *[other] { $count } more have changed: they are in the list of projects.
    }
portfolio-digest-silents = <b>Without a fresh report:</b> { $teams }{ $rest }
portfolio-digest-silent = { $team } ({ $how })
portfolio-digest-silent-more = { " " }and { $count } more

notices-kind-project-digest = What has changed in the projects
settings-group-digest = Digest of projects
settings-about-digest = Once a week, what has changed in the projects you lead. Without it only /projects shows who lags.
setting-title-digest-day = Day of the digest of projects
setting-title-digest-hour = Hour of the digest of projects
setting-about-digest-day = On which weekday organizers and mentors learn what has changed in the projects. If nothing has, no digest comes.
setting-about-digest-hour = At which hour the digest comes, by the own clock of each.

portfolio-picture-title = Projects
portfolio-picture-made = { $day }, { $time } Moscow time
portfolio-picture-about =
    { $count ->
        [one] { $count } project
       *[other] { $count } projects
    } · { $when }
portfolio-picture-footer = Made { $when }
portfolio-picture-more = { $count } more are in the table
portfolio-picture-blocked = blocked { $age }
portfolio-picture-caption = Projects: { $counts }. The picture does not update itself; details: /projects
portfolio-picture-none = There is nothing to show yet: no projects.

portfolio-monthly-name = Report on projects, { $month }.xlsx
portfolio-monthly-caption = Report on projects for { $month }, a row for each. Your projects alone; the file does not update itself.
portfolio-monthly-blocker = { $words } (since { $since }, helper: { $helper })
portfolio-monthly-nobody = nobody named
portfolio-monthly-overdue = a milestone is overdue
portfolio-button-monthly-back = For { $month }
portfolio-column-number = No.
portfolio-column-stream = Stream
portfolio-column-project = Project
portfolio-column-team = Team
portfolio-column-municipality = Municipality
portfolio-column-direction = Direction
portfolio-column-factory = Change factory
portfolio-column-stage = Stage
portfolio-column-status = Status as reported
portfolio-column-rule = Status by the rule
portfolio-column-done = Done in the month
portfolio-column-hinders = Problems and risks
portfolio-column-closed = Problems solved in the month
portfolio-column-next = Next milestone
portfolio-column-overdue = Overdue milestones
portfolio-column-reported = Last report
portfolio-column-by = Reported by
portfolio-column-lead = Team lead
portfolio-column-mentor = Mentor
exports-projects = Report on projects
exports-projects-name = Report on projects { $day }.xlsx
exports-projects-caption = Report on the projects of your streams for this month, a row for each. The file does not update itself.
exports-projects-written = Report on projects exported: { $path }

portfolio-paper-charter = Charter
portfolio-paper-presentation = Presentation
portfolio-paper-regulation = Regulation
portfolio-paper-other = Other file
portfolio-button-papers = Files of the project
portfolio-button-card = To the project's card
portfolio-button-event = About the event
portfolio-button-send = Send a file
portfolio-button-remove = Remove { $number }
portfolio-button-remove-sure = Yes, remove
portfolio-button-keep = Keep it
portfolio-button-not-now = Not now
portfolio-button-earlier = Earlier versions: { $count }
portfolio-papers = <b>Files of the project “{ $title }”</b>
portfolio-papers-earlier = <b>Earlier versions: { $count }</b> – “{ $title }”
portfolio-papers-none = Nothing yet.
portfolio-papers-line = { $place }. { $kind }, version { $number }: { $name }{ $state }
portfolio-papers-by = { $day }, { $time } Moscow time, { $by }
portfolio-papers-removed = { " " }(removed)
portfolio-papers-gone = { " " }(does not open any more)
portfolio-papers-nobody = sender unknown
portfolio-papers-photo = photo
portfolio-papers-file = file without a name
portfolio-papers-kind = <b>What kind of file is it?</b> A new charter, presentation or regulation takes the place of the one before, which stays in the history.
portfolio-papers-send = <b>Send the file here: { $name }</b> of the project “{ $title }”. A document or a photo will do.
portfolio-papers-kept = <b>{ $name }: version { $number } is kept.</b> The team, its mentor and the organizers see it.
portfolio-papers-known = { $name }: this very file is there already, version { $number }.
portfolio-papers-remove = Remove “{ $name }”? It stays in the history.
portfolio-papers-lost = The file “{ $name }” does not open any more: the messenger no longer has it. Send it again.

portfolio-defence-title = Defence of the project “{ $title }”
portfolio-defence-none = <b>The defence has no time yet.</b>
portfolio-defence-over = <b>The defence is over.</b>
portfolio-defence-left = <b>Defence { $when }.</b>
portfolio-defence-slot = { $day }, { $hours } ({ $where }). Place { $place } of { $count }, at about { $time }.
portfolio-checklist = <b>For the defence:</b>
portfolio-checklist-line = { $name } – { $state }; { $file }
portfolio-checklist-version = the file is there, version { $number }
portfolio-checklist-no-file = no file
portfolio-ready = ✓ ready
portfolio-not-ready = not ready yet
portfolio-button-ready = { $name }: ready
portfolio-button-unready = { $name }: not ready yet
portfolio-defences = <b>Which defence?</b>
portfolio-defences-none = No defence with projects is published yet. They are set in the workbook: sheet «Проекты», column «Защита».
portfolio-order = <b>Order of the defence: { $count }</b> – { $title }
portfolio-order-when = { $day }, { $hours } ({ $where })
portfolio-order-line =
    { $place }. About { $time } · <b>{ $title }</b>
    { $team } · { $state }
portfolio-order-ready = all is ready
portfolio-order-missing = not ready: { $what }
portfolio-order-hint = A number moves the project. Only teams whose place has changed are told.
portfolio-order-place = <b>At which place is “{ $title }” to speak?</b> Now { $place }.
portfolio-button-keep-order = Leave it as it is

portfolio-slot-assigned = <b>The defence of the project “{ $title }” has a time</b>
portfolio-slot-moved = <b>The time or the place has changed: defence of the project “{ $title }”</b>
portfolio-slot-gone = <b>The defence of the project “{ $title }” has no time for now:</b> the one before does not hold any more.
portfolio-button-defence = Defence
notices-kind-defence-slot = Place at a defence
notices-kind-defence-ahead = Days left to a defence
settings-always-defence-slot = requests to help a project and the time of a defence
setting-title-defence-leads = Reminders of a defence
setting-about-defence-leads = How long before its defence a team learns how much time is left and what is not ready.
error-paper-gone = This file is no longer there. The files of a project are on its card: /project
error-papers-many = The project has { $count } files of this kind already: no more are kept.
error-defence-gone = This defence is set no more. Order of defences: /projects
portfolio-stage = Stage: { $stage }
