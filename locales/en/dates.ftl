dates-pattern-day = EEE, d MMMM
dates-pattern-day-year = EEE, d MMMM y
dates-pattern-date = d MMMM
dates-period-month = { $first }–{ $last } { $month }
dates-period = { $first } – { $last }
dates-moscow = MSK{ $distance }
dates-today = today
dates-tomorrow = tomorrow
dates-yesterday = yesterday
dates-minutes = { $minutes } min
dates-hours = { $hours } h
dates-hours-minutes = { $hours } h { $minutes } min
dates-in-days = { $days ->
    [0] today
    [1] tomorrow
    [one] in { $days } day
   *[other] in { $days } days
}
