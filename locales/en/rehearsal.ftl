rehearsal-button = Rehearse a day
rehearsal-no-streams = You organize no stream, so there is nothing to rehearse.
rehearsal-choose = <b>Which stream to rehearse?</b>
rehearsal-stream = { $stream }
rehearsal-no-days = <b>Nothing to rehearse: no published days are ahead.</b>
rehearsal-days = <b>Which day to rehearse?</b>
rehearsal-about = You will see every notice of the day: when, to whom and what. Participants get nothing, and the plan stays as it is.
rehearsal-day =
    { $count ->
        [one] <b>{ $day }: { $count } message will come.</b>
       *[other] <b>{ $day }: { $count } messages will come.</b>
    }
rehearsal-day-none = <b>{ $day }: no notices will come.</b>
rehearsal-absent =
    { $count ->
        [one] { $count } person more has not entered the bot and will get nothing.
       *[other] { $count } people more have not entered the bot and will get nothing.
    }
rehearsal-unsent = Will not come: { $reasons }.
rehearsal-line =
    { $count ->
        [one] <b>{ $time }</b> – { $about }, { $count } person, for example:
       *[other] <b>{ $time }</b> – { $about }, { $count } people, for example:
    }
rehearsal-more = and { $count } more
rehearsal-button-days = Another day
rehearsal-button-alone = Show it to me
rehearsal-button-staff = Show it in the staff chat
rehearsal-button-stop = Stop
rehearsal-running = A rehearsal of this stream is under way. Wait for its end or stop it.
rehearsal-stopping = Stopping the rehearsal.
rehearsal-over = This rehearsal has ended, or broke off when the bot was restarted. Start again: /rehearsal
rehearsal-opening =
    { $count ->
        [one] <b>REHEARSAL: { $day }, { $stream }.</b> { $count } message of the day follows. Participants do not get it.
       *[other] <b>REHEARSAL: { $day }, { $stream }.</b> { $count } messages of the day follow one after another. Participants do not get them.
    }
rehearsal-scene = <b>REHEARSAL { $number } of { $count } · { $time } ({ $zone })</b>
rehearsal-receivers =
    { $count ->
        [one] <i>{ $count } person gets it:</i>
       *[other] <i>{ $count } people get it, for example:</i>
    }
rehearsal-scene-buttons = <i>Buttons: { $buttons }</i>
rehearsal-scene-files = <i>Files follow.</i>
rehearsal-progress = <b>The rehearsal is under way: { $shown } of { $count } shown.</b> If the bot is restarted, it breaks off: start it again then.
rehearsal-done = <b>The rehearsal is over: { $shown } of { $count } shown.</b> Participants got nothing.
rehearsal-stopped = <b>The rehearsal was stopped: { $shown } of { $count } shown.</b> Participants got nothing.
rehearsal-failed = <b>The rehearsal broke off: { $shown } of { $count } shown.</b> Telegram did not take a message. See that the bot is in the chat and start again: /rehearsal
rehearsal-restarting = <b>The rehearsal broke off: { $shown } of { $count } shown.</b> The bot is being restarted. Start again: /rehearsal
