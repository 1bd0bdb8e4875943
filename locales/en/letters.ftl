command-write = write to a team or the mentor through the bot

letters-to-whom = To whom shall it go?
letters-button-team = Write to the team
letters-button-mentor = Write to the mentor
letters-button-answer = Answer
letters-ask-team = <b>What shall be passed on?</b> { $other }
letters-ask-mentor = <b>What shall be passed on?</b> { $other }
letters-ask-hint = Send a text, a photo, a video, a file or a voice message. The bot passes it on in your name; your contacts are not in it.
letters-answer = <b>What is the answer?</b> { $name }
letters-only = Texts, photos, videos, files and voice messages can be passed on. This message cannot.
letters-sent = <b>On its way.</b> To: { $whom }
letters-held = <b>It goes { $when }:</b> it is night there now. To: { $whom }
letters-nobody = <b>Nobody can get it:</b> the bot can write to none of them. { $other }
letters-whole-team =
    { $count ->
        [one] the team “{ $team }”, { $count } person
       *[other] the team “{ $team }”, { $count } people
    }
letters-blocked = They have blocked the bot and will not get it: { $names }
letters-outside = They have not entered the bot and will not get it: { $names }
letters-from-mentor = <b>The mentor writes: { $name }</b>
letters-from-team = <b>{ $name } writes</b>{ $through }, team “{ $team }”
letters-edited-mentor = <b>The mentor's corrected message: { $name }</b>
letters-edited-team = <b>Corrected message: { $name }</b>{ $through }, team “{ $team }”
letters-through = { " " }(through the assistant { $name })
letters-somebody = name erased
letters-unreached = <b>The message did not arrive:</b> { $name }
letters-why-unreachable = This person has blocked the bot. Write again when they are back; the phone is on the card.
letters-why-left = This person is not in the stream any more.
letters-why-not-entered = This person has not entered the bot yet.
letters-why-no-consent = This person has not consented to the processing of data.
letters-why-other = It could not be passed on. Write again or call: the phone is on the card.
letters-quoted = It said: “{ $words }”

error-letter-empty = An empty message cannot be passed on. Write a word at least.
error-letter-gone = This message is gone. Write anew: /write.

notices-kind-mentor-letter = Message of the mentor or the team
notices-kind-letter-unreached = A message did not arrive
settings-always-mentor-letter = mentorships
settings-always-letter-unreached = mentorships
