command-questions = participants’ questions without an answer
command-bind = in a group: tie the chat to a stream

support-write = Or write your question in one message: text, photo, file, voice or video. It goes to the organizers, and the answer comes here.
support-write-more = Write one message: it is added to question No. { $number }.
support-write-reply = Write the answer to question No. { $number } in one message: the bot passes it on.
support-write-answer = Answer
support-only = A question may be a text, a photo, a file, a voice message or a video. Send one of these.
support-again = I cannot see the message it was about. Write the question again: it goes to the organizers.
support-ask = Ask the organizers
support-ready-wifi = Wi-Fi
support-ready-meals = Meals
support-ready-address = Address
support-ready = <b>{ $label }:</b> { $said }
support-ready-place = Venue: { $venue }
support-ready-none = The venue card does not say it yet. Ask the organizers.
support-arrived = Question No. { $number } has reached the organizers. The answer comes here.
support-arrived-more = Your addition to question No. { $number } has reached the organizers.
support-go-on = Add something

support-head-new = <b>Question No. { $number }</b> · new
support-head-taken = <b>Question No. { $number }</b> · with { $name }
support-head-answered = <b>Question No. { $number }</b> · answered: { $name }
support-administrator = administrator
support-who = { $name }{ $about }
support-where = { $stream } · { $phone }
support-more = Addition to question No. { $number }
support-edited = <b>Corrected</b> (question No. { $number }, { $name }):
support-alarm = <b>Question No. { $number } has waited { $time } for an answer.</b>
support-no-staff-chat = The stream’s staff chat cannot be reached, so the question comes to you. To tie a chat: /bind in it. Reply to this message, and the answer goes to the person.
support-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
support-take = Take
support-close = Answered
support-now-taken = Question No. { $number } is yours. Reply to the message with the question, and the answer goes to the person.
support-now-answered = Question No. { $number } is marked as answered.

support-answer = <b>The organizers’ answer</b> to question No. { $number }{ $author }
support-answer-edited = <b>Corrected</b> (answer to question No. { $number }{ $author }):
support-by = { " " }({ $name })
support-delivered = The answer to question No. { $number } has been delivered: { $name }.
support-not-delivered = The answer to question No. { $number } has not been delivered: Telegram did not take it ({ $name }). The question stays open, phone: { $phone }
support-held = The answer to question No. { $number } has not been delivered: the bot cannot reach { $name }. The question stays open, phone: { $phone }. Once the bot can be reached again, the answer goes out by itself.

support-none-open = Every question is answered.
support-open-title = <b>Without an answer: { $count }</b>
support-open = No. { $number }
support-waits = { $name }, waiting { $time }
support-back = ‹ All questions
support-said = <b>Question:</b> { $words }
support-said-staff = <b>Answer:</b> { $words }
support-kind-photo = [photo]
support-kind-document = [file]
support-kind-album = [album: { $count ->
    [one] { $count } file
   *[other] { $count } files
}]
support-kind-voice = [voice]
support-kind-video = [video]

error-question-gone = This question no longer exists.
error-question-no-stream = A question goes to the organizers of your stream, and you are in no stream.
error-question-taken = { $name } is answering this question already.
error-question-answered = This question has been answered already: { $name }.
