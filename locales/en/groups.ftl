groups-welcome = Hello! For me to answer about a stream’s programme here, or to take participants’ questions, an organizer of the stream writes /bind.
groups-stale = This button no longer works here. The programme is shown by /now, /today, /tomorrow and /schedule.
groups-choose = What is this chat for? A staff chat receives participants’ questions with names and phones; a stream’s chat answers /now, /today, /tomorrow and /schedule without personal data.
groups-as-staff = Staff chat: { $stream }
groups-as-group = Stream’s chat: { $stream }
groups-bound-staff = Done: this is a staff chat ({ $stream }). Participants’ questions come here. Reply to a message with a question, and the bot passes the answer on.
groups-bound-group = Done: this is the stream’s chat ({ $stream }). Write /now, /today, /tomorrow, or /schedule with a day or a city.
groups-private-only = Write /bind in the group chat that is to be tied to a stream.
groups-nameless-bind = You write in the name of the chat, so I cannot see who you are. An organizer of the stream may tie the chat: switch off anonymity in your administrator rights and repeat /bind, or let another organizer write it.
groups-nameless-answer = The answer has not been sent: you write in the name of the chat, so I cannot see who answers. Switch off anonymity in your administrator rights and answer again, or answer by /questions in a private chat with me.

error-chat-unbound = This chat is not tied to a stream: an organizer of the stream ties it with /bind.
error-chat-of-another-stream = This chat is tied to another stream ({ $stream }). Whoever organizes both, or an administrator of the bot, may change that.
