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
error-own-account = This cannot be done to your own account: ask another organizer.
error-no-account = This person has no bound account any more.
error-administrator-stays = An administrator cannot erase themselves: first appoint another one and take your id out of ADMINS.
error-claim = The code does not fit: it is used or mistyped. A new one is printed when the bot starts, as long as there is no administrator.
