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
portfolio-age =
    { $count ->
        [0] since today
        [one] for { $count } day
       *[other] for { $count } days
    }
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
portfolio-digest-more = { $count } more have changed: they are in the list of projects.
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
