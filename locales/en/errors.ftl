error-refused = This cannot be done.
error-not-allowed = You have no access to this. If you need it, ask an organizer of your stream.
error-out-of-date = This is no longer in the programme: it has changed. Open the schedule again.
error-already-done = This is done already.
error-unexpected =
    It did not work: a fault on our side (code { $code }).

    Try again in a minute. If it does not help, tell the code to an organizer.
error-invitation-unknown = No such invitation: the link was copied in part or has been revoked. Ask the organizer for a new one.
error-invitation-used = This invitation has been used already. If it was not you, tell the organizer at once.
error-invitation-expired = The invitation has expired. Ask the organizer for a new one.
error-account-taken = You are in as { $name } already. To enter under another name, ask an organizer to unbind this account.
error-person-taken = Somebody has entered under this name from another account. If it was not you, tell the organizer at once: they will unbind it.
error-consent-changed = The text of the consent has changed. Read the new one and answer again: press /start.
error-nothing-to-invite = This person needs no link: they have entered already or left the stream.
error-nothing-to-print = There is nothing to print: everybody of this stream has entered.
error-request-decided = Decided already: { $name }.
error-request-decided-by-admin = Decided already by an administrator.
error-assistant-name = This does not look like a name. Write surname and name (the patronymic too, if you like) in letters: “Ivanova Anna Andreevna”.
error-assistant-most = There are two assistants already, those invited included. Revoke one first: /assistants.
error-assistant-expired = The link has expired. Ask the person you assist for a new one.
error-assistant-self = This link is for your assistant: pass it on. Nothing has changed for you.
error-assistant-already = You are the assistant already: { $name }. The link stays valid.
error-last-role = This is the person's only role in the stream. To end access, press “Let go” on the card.
error-administrator-by-settings = This administrator is appointed by the setting ADMINS: take the number out of it and start the bot again.
error-administrator-unbind = This is an administrator’s account: only an administrator of the bot may unbind it.
error-own-account = This cannot be done to your own account: ask another organizer.
error-no-account = This person has no bound account any more.
error-administrator-stays = An administrator cannot erase themselves: first appoint another one and take your id out of ADMINS.
error-claim = The code does not fit: it is used or mistyped. A new one is printed when the bot starts, as long as there is no administrator.
error-broadcast-gone = This broadcast is gone. The list: /broadcast.
error-broadcast-state = This cannot be done now: the broadcast is in another state. Open it anew: /broadcast.
error-broadcast-too-long = Too long: of such a message Telegram takes { $longest } characters at most. Shorten it and send it again.
error-broadcast-no-words = A place on the map has no words: it cannot be corrected; retract it and send another.
error-broadcast-words-only = Words alone can be corrected: send the new text, the files stay.
error-broadcast-value = There is no such value any more: the data have changed. Open “To whom” anew.
error-broadcast-choices = There may be { $most } choices at most, each of { $longest } characters. Send shorter ones.
error-broadcast-link = A label (30 characters at most) and an address that begins with https:// are needed. Send them again.
error-broadcast-past = This moment has passed. Name one ahead.
error-broadcast-moment = This is no moment. Write, for instance: 18.11 15:00, tomorrow 9:30, 15:00 MSK+2.
error-broadcast-nobody = There is nobody to send it to: the conditions fit nobody.
error-broadcast-count =
    { $count ->
        [one] Meanwhile the number of recipients has changed: { $count } person. Look and confirm again.
       *[other] Meanwhile the number of recipients has changed: { $count } people. Look and confirm again.
    }
error-broadcast-changed = Meanwhile the broadcast has changed. Look at it and confirm again.
error-broadcast-no-second = Nobody can approve it: nobody but you organizes these streams. Appoint a second organizer in /people, or choose fewer recipients.
error-broadcast-reminded =
    { $count ->
        [one] The silent were reminded less than { $count } minute ago. Again after 10 minutes at the earliest.
       *[other] The silent were reminded less than { $count } minutes ago. Again after 10 minutes at the earliest.
    }
error-broadcast-own = Another organizer has to approve your own broadcast.
error-broadcast-album = An album has 10 files at most: the others were not added.
error-broadcast-retracted = This message takes no answer: it was retracted, or was only tried.
error-broadcast-not-yours = This message was not for you: nothing was written down.
error-project-gone = There is no such project among yours. Your projects: /project
error-projects-empty = An empty answer is not kept. Please write words.
error-projects-long = Too long: { $length } characters, { $most } at most. The answer is not kept: shorten it and send it again.
error-projects-no-draft = There is no unfinished report: it was sent or deleted. Begin a new one: /project
error-projects-no-milestone = That milestone is gone: the project's plan has changed. Open the project again: /project
error-projects-no-report = That report is gone. Open the project again: /project
error-projects-no-blocker = That blocker is gone. Open the project again: /project
error-projects-no-helper = That person cannot be named as helper: choose from the list.
error-projects-not-team = Members of the project's team report, and you are not one of them.
error-projects-not-yours = A report is corrected by its author or the team lead.
error-projects-stages-changed = The list of stages has changed. Open the project and choose again.
error-projects-leave = A day after today is needed, { $most } days ahead at most, for example: until 12.01.
error-projects-draft-first = You have an unfinished report on this project. Send it or delete the draft, then correct: /project
