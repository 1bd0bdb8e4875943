notices-event-ahead = <b>{ $day } at { $time }: { $title }</b>
notices-event-soon = <b>In { $left }: { $title }</b>
notices-event-runs = <b>Already running: { $title }</b> (since { $time })
notices-event-when = { $hours } ({ $place })
notices-plan-tomorrow = <b>Plan for tomorrow.</b> { $day }
notices-plan-today = <b>Plan for today.</b> { $day }
notices-plan-start = Begins at { $time }: { $title }
notices-plan-early = <b>Early start at { $time }</b> – { $title }
notices-plan-more = … and { $count } more in the day’s schedule
notices-plan-place = Time: { $place }
notices-button-day = Day’s schedule

notices-fault = <b>A message was not sent: a fault of the bot.</b> Kind: { $kind }, to: { $whom }. Reason: { $reason }. All other messages go on. Please pass this on to whoever maintains the bot: { $key }
notices-fault-chat = a group chat
