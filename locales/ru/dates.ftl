dates-pattern-day = EEE, d MMMM
dates-pattern-day-year = EEE, d MMMM y
dates-pattern-date = d MMMM
dates-period-month = { $first }–{ $last } { $month }
dates-period = { $first } – { $last }
dates-moscow = МСК{ $distance }
dates-today = сегодня
dates-tomorrow = завтра
dates-yesterday = вчера
dates-minutes = { $minutes } мин
dates-hours = { $hours } ч
dates-hours-minutes = { $hours } ч { $minutes } мин
dates-in-days = { $days ->
    [0] сегодня
    [1] завтра
    [one] через { $days } день
    [few] через { $days } дня
    [many] через { $days } дней
   *[other] через { $days } дня
}
