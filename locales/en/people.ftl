stranger =
    Hello! This is the bot of the programmes “School of Mayors” and “School of Municipal Teams”.

    The way in is a personal invitation link. An organizer of your stream sends it: open the link and press “Start”.

    No link, or it does not open? Enter by your phone number or ask for access: an organizer will see your request here.
left-stream =
    Access is closed: you are no longer enrolled in any stream.

    If this is a mistake, write to or call an organizer of your stream.

invitation-question = Are you <b>{ $name }</b>?
invitation-question-post = Are you <b>{ $name }</b>, { $post }?
invitation-hint = The link is personal and works once. If it is not yours, press “No”: the link stays valid.
invitation-yes = Yes, that is me
invitation-no = No, not me
invitation-declined =
    All right, nothing has changed and the link stays valid.

    Pass it on to the person it is meant for, and ask the organizer for yours.

consent-processing-text =
    <b>Consent to the processing of personal data</b>
    (version { $version })

    I allow the organizer of the programme to process my data: full name, post, municipality and region, phone, Telegram account, attendance of classes and excursions, travel details, my answers and messages to the bot.

    <b>Why:</b> to show the programme and tell about changes, to arrange travel, excursions, mentoring and the project.

    <b>How:</b> by automated means; recording, storage, correction, use, passing on to organizers and mentors of my stream, erasure.

    <b>How long:</b> until the end of the retention period that the organizer has set after the end of the stream, or until withdrawal.

    <b>Withdrawal</b> is possible at any time by the command /mydata; the bot then stops working for me and the data are erased.
consent-request = Without consent the bot shows only the help and the duty phone.
consent-yes = I agree
consent-no = I do not agree
consent-refused =
    I see. Without consent only the help and the duty phone are available.

    If you change your mind, press /start.
consent-given = Consent accepted: { $day }, { $time } (Moscow time), version { $version }.

welcome =
    Hello, { $name }! You are in: { $stream }.

    The four words at the bottom are what you need most. You can also write: “tomorrow”, “Tue”, “18.11”, “Tyumen”.
welcome-administrator =
    Hello! You are an administrator of this bot.

    The programme comes in as an Excel workbook, participants enter by personal links. Commands: /help.

claim-done = Done: you are an administrator of this bot. The code no longer works.

streams-button = Choose another stream
streams-title = Your streams. The ticked one is shown now.
streams-one = You have one stream: { $stream }.
streams-current = ✓ { $title }
stream-name = { $programme }, { $title }
streams-none = You are not enrolled in any stream. Organizers see every stream's programme on the server.

ask-title = A question to the organizers
ask-duty = Duty phone ({ $stream }): { $phone }
ask-no-phone = The duty phone of the stream is not known yet. Ask the organizer who sent you the invitation.
ask-hint = Much is in the bot already: /now – where to be now, /venue – the venue, /trip – your travel.

help-title = What I can do
help-section-programme = <b>The programme</b>
help-section-people = <b>Questions and things to do</b>
help-section-editing = <b>For organizers: the programme</b>
help-section-organizing = <b>For organizers: people and notices</b>
help-section-own = <b>About you and the bot</b>
help-line = /{ $command } – { $about }
help-words = You can write without commands: “tomorrow”, “Tue”, “18.11”, “Tyumen”, “module 2”.
help-duty = Duty phone ({ $stream }): { $phone }
help-closed = The rest opens after you enter by an invitation and give your consent.

coverage-title = { $entered } of { $all } have entered: { $stream }
coverage-line = { $name }{ $about }{ $phone }
coverage-everybody = Everybody has entered.
coverage-missing = Not yet:
coverage-choose = Choose a stream:
coverage-none = There are no streams yet: import the programme as an Excel workbook.
coverage-button-links = Personal links
