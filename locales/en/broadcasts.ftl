command-broadcast = broadcast: prepare, send, watch
command-urgent = urgent broadcast: passes quiet hours
broadcasts-title = <b>Broadcasts</b>
broadcasts-title-urgent = <b>Urgent broadcast</b>: it comes in quiet hours too and cannot be switched off. After 10 minutes you get a list of whom to call.
broadcasts-hint = Send the message that is to go out: a text, a photo, an album, a file, a video, a voice message, a place on the map. Its formatting is kept. { $placeholder } becomes the reader's name.

    Nobody gets anything before you confirm.
broadcasts-draft = <b>Broadcast: a draft</b>
broadcasts-draft-urgent = <b>Urgent broadcast: a draft</b>
broadcasts-draft-hint = “Try on myself” shows the message exactly as everybody will get it.
broadcasts-content = Message: { $kind } { $words }
broadcasts-attached = Buttons: { $buttons }
broadcasts-deadline = Answer by: { $moment }
broadcasts-when = When: { $moment }
broadcasts-moment = { $day }, { $time } ({ $zone })
broadcasts-when-now = as soon as it is confirmed
broadcasts-when-at = at a set time
broadcasts-when-nine = at 09:00 by each receiver's clock
broadcasts-link = link “{ $label }”
broadcasts-no-buttons = none
broadcasts-ack = I have read it
broadcasts-coming = I will come | I will not come
broadcasts-yesno = Yes | No
broadcasts-colleagues = colleagues
broadcasts-after-album = About the message above:
broadcasts-wordless = no words
broadcasts-mark-draft = { "✎ " }
broadcasts-mark-approval = { "⏳ " }
broadcasts-mark-paused = { "⏸ " }
broadcasts-mark-cancelled = { "✕ " }
broadcasts-mark-retracted = { "↩ " }
broadcasts-kind-text = text
broadcasts-kind-photo = photo
broadcasts-kind-video = video
broadcasts-kind-animation = animation
broadcasts-kind-audio = audio
broadcasts-kind-voice = voice message
broadcasts-kind-document = file
broadcasts-kind-location = place on the map
broadcasts-kind-album =
    { $count ->
        [one] album ({ $count } file)
       *[other] album ({ $count } files)
    }
broadcasts-no-stream = To: no stream is chosen
broadcasts-streams = To: { $streams }
broadcasts-term = and { $field }: { $values }
broadcasts-term-not = except { $field }: { $values }
broadcasts-values-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
broadcasts-with-chats = and the streams' group chats
broadcasts-count =
    { $count ->
        [one] <b>{ $count } person</b>
       *[other] <b>{ $count } people</b>
    }
broadcasts-names = { $names }
broadcasts-names-more =
    { $count ->
        [one]  and { $count } more
       *[other]  and { $count } more
    }
broadcasts-outside =
    { $count ->
        [one] { $count } of them has not entered the bot and will not get it
       *[other] { $count } of them have not entered the bot and will not get it
    }
broadcasts-chats =
    { $count ->
        [one] And { $count } group chat
       *[other] And { $count } group chats
    }
broadcasts-field-role = Role
broadcasts-field-group = Group
broadcasts-field-team = Team
broadcasts-field-direction = Direction
broadcasts-field-region = Region
broadcasts-field-module = Module
broadcasts-field-bus = Bus
broadcasts-field-silent = Have not answered
broadcasts-silent-about = No. { $number }
broadcasts-value = { $name } – { $count }
broadcasts-audience = <b>To whom</b>

    The conditions add up: all of them have to fit.
broadcasts-choose = <b>{ $field }</b>: any of those marked will do.
broadcasts-choose-not = <b>{ $field }</b>: those marked get nothing.
broadcasts-choose-streams = <b>Streams</b>: mark those you need. The whole programme is all of its streams.
broadcasts-no-values = There is nothing to choose from: the streams' data do not have it.
broadcasts-saved = <b>Kept audiences</b>
broadcasts-none-saved = Nothing is kept yet.
broadcasts-ask = <b>Buttons below the message</b>
broadcasts-buttons-below = The buttons stand below the very message.
broadcasts-buttons-after = An album carries no buttons: they come in a message right after it.
broadcasts-choose-when = <b>When to send</b>

    In quiet hours an ordinary broadcast waits for morning.
broadcasts-button-when-now = At once
broadcasts-button-when-at = Set a time
broadcasts-button-when-nine = At 09:00 by each clock
broadcasts-view-audience = To whom
broadcasts-view-buttons = Buttons
broadcasts-view-moment = When
broadcasts-view-saved = Kept ones
broadcasts-act-try = Try on myself
broadcasts-act-content = Another message
broadcasts-act-drop = Delete the draft
broadcasts-act-chats = Add the group chats
broadcasts-act-nochats = Without the group chats
broadcasts-act-clear = Clear conditions
broadcasts-act-save = Keep this audience
broadcasts-act-pause = Pause
broadcasts-act-resume = Resume
broadcasts-act-cancel = Cancel
broadcasts-act-retry = Try again those not reached
broadcasts-act-correct = Correct
broadcasts-act-retract = Retract
broadcasts-act-remind = Remind the silent
broadcasts-act-report = Report in Excel
broadcasts-act-return = Back to drafts
broadcasts-attach-ack = I have read it
broadcasts-attach-coming = Coming / not coming
broadcasts-attach-yes = Yes / No
broadcasts-attach-own = Own choices
broadcasts-attach-none = No answer
broadcasts-attach-link = Add a link
broadcasts-attach-unlink = Remove the link
broadcasts-attach-deadline = Deadline
broadcasts-attach-endless = No deadline
broadcasts-type-own = Write the choices, each on a line of its own: up to 6, each of 30 characters at most.
broadcasts-type-link = Write the button's label and the address, for instance: Programme https://example.org
broadcasts-type-deadline = Until when are answers awaited? For instance: 18.11 18:00, tomorrow 12:00 or 18:00 MSK+2.
broadcasts-type-moment = When is it to be sent? For instance: 18.11 15:00, tomorrow 9:30 or 15:00 MSK+2. Without a zone the time is that of { $zone }.
broadcasts-type-content = Send another message in place of this one.
broadcasts-type-correct = Send the new text: it takes the place of the old one everywhere once you confirm it. Files stay.
broadcasts-type-save = What is this audience to be called?
broadcasts-words-only = Words are needed: write them as a text.
broadcasts-unfit = This is not sent to many: a sticker, a video message, a poll, a contact, a live location. A text, a photo, an album, a file, a video, a voice message or a place on the map will do.
broadcasts-reach-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
broadcasts-reach-chats =
    { $count ->
        [one] { $count } group chat
       *[other] { $count } group chats
    }
broadcasts-reach-both = { $people } and { $chats }
broadcasts-button-send = Send to { $reach }
broadcasts-sure = <b>Send it? It goes to { $reach }.</b>
broadcasts-button-sure = Yes, send to { $reach }
broadcasts-button-sure-approval = For approval: { $reach }
broadcasts-button-approve = Approve: { $reach }
broadcasts-needs-approval = So many recipients need a second organizer: it goes out after that.
broadcasts-urgent-means = Urgent: it passes quiet hours, with a sound.
broadcasts-button-back = ‹ Back
broadcasts-button-streams = Streams
broadcasts-button-programme = The whole programme “{ $title }”
broadcasts-button-forget = ✕ { $title }
broadcasts-button-include = Only these
broadcasts-button-exclude = Except these
broadcasts-button-table = What allows what
broadcasts-button-log = Log
broadcasts-button-home = ‹ All broadcasts
broadcasts-button-silent = Who has not answered
broadcasts-button-again = Refresh
broadcasts-button-open = Look
broadcasts-phase-approval = <b>Broadcast: waits for a second organizer</b>
broadcasts-phase-scheduled = <b>Broadcast: scheduled</b>
broadcasts-phase-sending = <b>Broadcast: under way</b>
broadcasts-phase-paused = <b>Broadcast: paused</b>
broadcasts-phase-done = <b>Broadcast: done</b>
broadcasts-phase-cancelled = <b>Broadcast: called off</b>
broadcasts-phase-retracted = <b>Broadcast: retracted</b>
broadcasts-author = Author: { $name }
broadcasts-bar = { $bar } ({ $done } of { $total })
broadcasts-forgotten = The detailed report is deleted by now.
broadcasts-speed = Per second: { $speed }
broadcasts-left = About { $minutes } min { $seconds } s left
broadcasts-next = The next ones go: { $moment }
broadcasts-line-delivered = delivered
broadcasts-line-waiting = waiting
broadcasts-line-blocked = bot blocked or account deleted
broadcasts-line-outside = never started
broadcasts-line-consent = no consent
broadcasts-line-left = left the stream
broadcasts-line-muted = muted
broadcasts-line-late = too late
broadcasts-line-gone = message gone
broadcasts-line-answered = answered already
broadcasts-line-cancelled = called off
broadcasts-line-error = error
broadcasts-fate-delivered = delivered
broadcasts-fate-waiting = waiting
broadcasts-fate-blocked = bot blocked or account deleted
broadcasts-fate-outside = has not entered the bot
broadcasts-fate-consent = no consent
broadcasts-fate-left = has left the stream
broadcasts-fate-muted = muted
broadcasts-fate-late = too late
broadcasts-fate-gone = message gone
broadcasts-fate-answered = answered already
broadcasts-fate-cancelled = called off
broadcasts-fate-error = error
broadcasts-report-line = { $line }: { $count }
broadcasts-unknown =
    { $count ->
        [one] may have come twice (unknown fate): { $count }
       *[other] may have come twice (unknown fate): { $count }
    }
broadcasts-reason = Reason of the error: { $reason }
broadcasts-unknown-fate = { $fate }, perhaps twice
broadcasts-changes-corrected = <b>Correction</b>
broadcasts-changes-retracted = <b>Retraction</b>
broadcasts-answer = { $label }: { $count }
broadcasts-silent-count = Got it and keep silent: { $count }
broadcasts-late =
    { $count ->
        [one] { $count } answer after the deadline
       *[other] { $count } answers after the deadline
    }
broadcasts-silent =
    { $count ->
        [one] <b>{ $count } person has not answered</b>
       *[other] <b>{ $count } people have not answered</b>
    }
broadcasts-call-line = { $name }, { $phone } – { $fate }
broadcasts-more =
    { $count ->
        [one] … and { $count } more
       *[other] … and { $count } more
    }
broadcasts-calls =
    { $count ->
        [one] <b>Call list: { $count } person has not answered the urgent message</b>
       *[other] <b>Call list: { $count } people have not answered the urgent message</b>
    }
broadcasts-calls-none = <b>Nobody is to be called: everybody has answered the urgent message.</b>
broadcasts-calls-unreached =
    { $count ->
        [one] <b>Call list: the urgent message has not reached { $count } person</b>
       *[other] <b>Call list: the urgent message has not reached { $count } people</b>
    }
broadcasts-calls-unreached-none = <b>Nobody is to be called: the urgent message has reached everybody.</b>
broadcasts-unreached =
    { $count ->
        [one] <b>It has not reached { $count } person</b>
       *[other] <b>It has not reached { $count } people</b>
    }
broadcasts-over =
    { $count ->
        [one] <b>The time to answer is over: { $count } person has not answered</b>
       *[other] <b>The time to answer is over: { $count } people have not answered</b>
    }
broadcasts-over-all = <b>The time to answer is over: everybody has answered.</b>
broadcasts-answered-late = Answer noted: { $label }. The time to answer is over.
broadcasts-approve-ask =
    { $count ->
        [one] <b>{ $name } asks you to approve a broadcast: { $count } recipient</b>
       *[other] <b>{ $name } asks you to approve a broadcast: { $count } recipients</b>
    }
broadcasts-agree-ask =
    { $count ->
        [one] <b>{ $name } asks you to approve the correction of a broadcast: { $count } recipient</b>
       *[other] <b>{ $name } asks you to approve the correction of a broadcast: { $count } recipients</b>
    }
broadcasts-decided-approved = <b>The broadcast is approved.</b>
broadcasts-decided-returned = <b>The broadcast is not approved:</b> it is a draft again.
broadcasts-decided-agreed = <b>The correction is approved.</b>
broadcasts-decided-refused = <b>The correction is not approved:</b> everybody has the old text.
broadcasts-reminder = <b>A reminder: your answer to this message is awaited.</b>
broadcasts-retracted = The message has been retracted.
broadcasts-retracted-reply = The message above has been retracted.
broadcasts-asked = <b>Your answer is awaited</b>
broadcasts-asked-above = The message itself is above in this chat.
broadcasts-answered = Your answer is written down: { $label }
broadcasts-ask-drop = <b>Delete the draft?</b>
broadcasts-ask-cancel = <b>Call the broadcast off?</b> Whoever has not got it will not. What has come stays.
broadcasts-ask-retract = <b>Retract it everywhere?</b> Under 48 hours the message is deleted from the chats.
broadcasts-sure-drop = Yes, delete
broadcasts-sure-cancel = Yes, call off
broadcasts-ask-correct =
    { $count ->
        [one] <b>Correct it for { $count } person?</b> The new text is above, exactly as it will look.
       *[other] <b>Correct it for { $count } people?</b> The new text is above, exactly as it will look.
    }
broadcasts-sure-correct = Yes, correct it
broadcasts-sure-agree-ask = For approval
broadcasts-agree-needed = A second organizer approves the correction: until then everybody has the old text.
broadcasts-agree-waits = <b>A correction waits for a second organizer</b>
broadcasts-act-waiting = Look at the correction
broadcasts-act-agree = Approve the correction
broadcasts-act-leave = Leave it
broadcasts-sure-retract = Yes, retract
broadcasts-retract-text = Later, its text becomes “The message has been retracted”.
broadcasts-retract-caption = Later, its caption becomes “The message has been retracted”, and the file stays.
broadcasts-retract-none = Later, the place stays, and a reply to it says that it has been retracted.
broadcasts-log = <b>Log of broadcasts</b>
broadcasts-log-empty = Nothing was sent yet.
broadcasts-log-line = { $at } – { $who }: { $deed } (No. { $number } “{ $words }”)
broadcasts-deed-sent = sent it to { $reach }
broadcasts-deed-asked = asks for approval: { $reach }
broadcasts-deed-approved = approved and sent it to { $reach }
broadcasts-deed-reminded = reminded { $reach }
broadcasts-deed-returned = put it back to drafts
broadcasts-deed-paused = paused it
broadcasts-deed-resumed = resumed it
broadcasts-deed-cancelled = called it off
broadcasts-deed-retried = tried those again whom it had not reached
broadcasts-deed-proposed = asks for approval of a correction
broadcasts-deed-agreed = approved the correction
broadcasts-deed-refused = left it uncorrected
broadcasts-deed-corrected = corrected it
broadcasts-deed-retracted = retracted it
broadcasts-abilities = <b>What each kind of message allows</b>
broadcasts-ability = <b>{ $kind }</b>: buttons { $buttons }; the reader's name – { $placeholders }; correct – { $words }; retract: deleted under 48 hours, later { $late }
broadcasts-ability-below = below the message
broadcasts-ability-after = in a message after it
broadcasts-ability-words-text = the text
broadcasts-ability-words-caption = the caption alone, the file stays
broadcasts-ability-words-none = impossible
broadcasts-ability-late-text = the text becomes “retracted”
broadcasts-ability-late-caption = the caption becomes “retracted”, the file stays
broadcasts-ability-late-none = it stays, a reply tells of the retraction
broadcasts-report-caption = Report of the broadcast with phones: for organizers alone.
broadcasts-sheet = Broadcast
broadcasts-file = Broadcast { $number }
broadcasts-column-name = Who
broadcasts-column-municipality = Municipality
broadcasts-column-phone = Phone
broadcasts-column-fate = What became of it
broadcasts-column-reason = Reason
broadcasts-column-at = When
broadcasts-column-corrected = Correction
broadcasts-column-retracted = Retraction
broadcasts-column-answer = Answer
broadcasts-column-answered = Answered at
broadcasts-field-report = No report on the project
broadcasts-report-week = since last asked
broadcasts-report-stale = stale
