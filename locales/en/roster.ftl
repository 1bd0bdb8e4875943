people-title =
    { $count ->
        [one] <b>People of your streams</b>: { $count } person
       *[other] <b>People of your streams</b>: { $count } people
    }
people-hint = To find: <code>/people Ivanov</code>. A part of the name, a municipality, a phone in any form or a code will do.
people-nobody = Nobody in your streams fits “{ $words }”.
people-found =
    { $count ->
        [one] “{ $words }”: { $count } person
       *[other] “{ $words }”: { $count } people
    }
people-more = The first { $shown } are shown: say it more exactly.
people-button-all = Everybody of the streams
people-button-waiting =
    { $count ->
        [one] { $count } person asks for access
       *[other] { $count } people ask for access
    }

people-name = <b>{ $name }</b>
people-post = { $value }
people-municipality = { $value }
people-phone = Phone: { $value }
people-code = Code: { $value }
people-part = <b>{ $stream }</b>: { $roles }
people-left = Left on { $day }
people-group = Group: { $value }
people-direction = Direction: { $value }
people-team = Team: { $value }
people-outside = Has not entered the bot, no link is open.
people-outside-link = Has not entered the bot. The personal link is valid until { $day }.
people-without-consent = The account is bound, the consent to data processing is missing.
people-entered = In the bot, messages arrive.
people-blocked = In the bot, but has blocked it: messages do not arrive.
people-new-link =
    The new personal link; the old one no longer opens:
    { $link }

people-button-unbind = Unbind the account
people-button-let-go = Let go: { $stream }
people-button-take-back = Take back: { $stream }
people-button-link = New personal link
people-button-no = No, leave it as it is
people-ask-unbind =
    Unbind the account of <b>{ $name }</b>?

    Its access ends at once. All links of this person stop opening; a new one lets in again.
people-ask-let-go =
    Let <b>{ $name }</b> go from { $stream }?

    Access to this stream ends at once. You can take them back from here.
people-ask-take-back = Take <b>{ $name }</b> back into { $stream }?
people-ask-link =
    Issue a new personal link for <b>{ $name }</b>?

    The old one stops opening at once.
people-sure-unbind = Yes, unbind
people-sure-let-go = Yes, let go
people-sure-take-back = Yes, take back
people-sure-link = Yes, issue
people-told-unbound = An organizer has unbound this account. To enter again, ask them for a new personal link.

role-participant = participant
role-team-lead = team lead
role-mentor = mentor
role-guide = guide
role-organizer = organizer
role-administrator = administrator
people-button-roles = Roles: { $stream }
people-button-back = ‹ The person
people-button-appoint = Make an administrator
people-button-dismiss = Administrator no longer
people-administrator = Administrator of the bot.
people-roles = <b>Roles</b>: { $name }, { $stream }
people-roles-hint = The present roles are ticked. Press a role to give or to take it: you are asked first.
people-role-has = ✓ { $role }
people-ask-give = Give the role “{ $role }”: <b>{ $name }</b>, { $stream }?
people-ask-take =
    Take the role “{ $role }”: <b>{ $name }</b>, { $stream }?

    What this role opened closes at once.
people-ask-appoint =
    Make an administrator: <b>{ $name }</b>?

    An administrator organizes all streams and may appoint other administrators.
people-ask-dismiss = Administrator no longer: <b>{ $name }</b>? The roles in streams stay.
people-sure-give = Yes, give
people-sure-take = Yes, take
