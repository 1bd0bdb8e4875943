assistants-title = <b>Assistants</b>
assistants-title-of = <b>Assistants</b>: { $name }
assistants-about = An assistant sees the schedule, “My trip” and the excursions and may ask the organizers – always marked “through an assistant”. An assistant neither sees “My data” nor can erase anything. There may be { $most } assistants at most.
assistants-none = There are no assistants now.
assistants-since = • { $name } – assistant since { $day }
assistants-waiting = • { $name } – has not entered yet, the link works until { $day }
assistants-acts = <b>Done in this name:</b>
assistants-did-boarded = { $time } (Moscow) – “I am on the bus”: marked by the assistant { $name }
assistants-did-reported = { $time } (Moscow) – a report on the project: given by the assistant { $name }
assistants-did-stayed = { $time } (Moscow) – “I am not going”: marked by the assistant { $name }
assistants-did-asked = { $time } (Moscow) – question no. { $number }: written by the assistant { $name }
assistants-did-signed-up = { $time } (Moscow) – signed up for an excursion: marked by the assistant { $name }
assistants-did-gave-up = { $time } (Moscow) – gave up a place on an excursion: marked by the assistant { $name }
assistants-did-met = { $time } (Moscow) – meeting with the mentor: marked by the assistant { $name }
assistants-did-wrote = { $time } (Moscow) – letter to the mentor: written by the assistant { $name }
assistants-button-invite = Invite an assistant
assistants-button-end = Revoke: { $name }
assistants-button-person = ‹ The person
assistants-button-back = ‹ Assistants
assistants-button-list = Assistants
assistants-name =
    Write the assistant's surname, name and patronymic in one message.

    A link for the assistant comes in answer: it works once and for 7 days.
assistants-invited =
    <b>{ $name }</b> – assistant: { $head }

    Pass this link on to the assistant alone, it works until { $day }:
    { $link }
assistants-question =
    Are you <b>{ $name }</b>?

    You are invited to be the assistant: <b>{ $head }</b>.
assistants-may = You will see this person's programme and may ask the organizers in this person's name: each time it will be seen that it was you. If the link is not yours, press “No”: it stays valid.
assistants-joined = { $name } is your assistant now. If this is a mistake, revoke it.
assistants-ended-told = You are no longer the assistant: { $name }.
assistants-left-told = { $name } is no longer your assistant.
assistants-acting = You act as the assistant: <b>{ $name }</b>.
assistants-helping = You may act as an assistant too: choose for whom.
assistants-not-for-you = A participant or a team lead may name an assistant. You assist nobody just now.
assistants-button-act = Assist: { $name }
assistants-button-myself = Act for myself
assistants-button-stop = Assist no longer
assistants-button-stay = No, go on assisting
assistants-sure-stop = Yes, no longer
assistants-ask-stop = Assist no longer: <b>{ $name }</b>? Access ends at once.
assistants-stopped = You are no longer an assistant. Thank you!
assistants-welcome =
    Hello, { $name }! You are the assistant: <b>{ $head }</b>.

    The four words at the bottom show this person's programme. For whom to act: /assistants.
assistants-closed =
    You are the assistant: <b>{ $name }</b>. This person has no access to the programme just now: the new text about data has not been agreed to yet, or the person is in no stream any more.
assistants-through = Through the assistant: { $name }
