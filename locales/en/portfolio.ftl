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
