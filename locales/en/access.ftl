access-button-phone = Enter by phone number
access-button-ask = Ask for access
access-key-phone = Send my number
access-phone-prompt = Press “Send my number” at the bottom. I compare the number of your Telegram account with the list of participants.
access-phone-foreign = That is not your number. Send your own with the key “Send my number”, not from the address book.
access-phone-found = The number is in the list.
access-phone-unknown =
    I cannot tell by this number who you are. Let us ask an organizer.

    Write in one message your full name, municipality and stream.
access-write = Write in one message your full name, municipality and stream. An organizer will read it and let you in.
access-sent = The organizers have it. The answer will come here.
access-waiting = The organizers have your request already. The answer will come here.
access-told-granted = An organizer has let you in. One step is left.
access-told-refused = The organizer did not confirm your access. If this is a mistake, call them or ask again with your municipality and stream.

access-request-title = <b>Asking for access</b>
access-request-words = “{ $words }”
access-shown-name = Name in Telegram: { $name }
access-phone-vouched = Number confirmed by Telegram: { $phone }
access-suggested = It may be one of these people of your streams. Let in only somebody you recognise.
access-nobody-alike = Nobody alike among those of your streams who have not entered. You can choose from the list.
access-nobody-left = Everybody of your streams has entered: there is nobody to let in.
access-whom = Who is it? Here is everybody who has not entered.
access-button-grant = Let in: { $name }
access-button-others = Let somebody else in: the whole list
access-button-refuse = Refuse
access-granted = Let in: { $name }. They have been asked whether it is them.
access-refused = Refused. They have been told.
access-nothing-waits = Nobody waits for a decision.
