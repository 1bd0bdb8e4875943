command-teams = my teams and the meetings with them
command-mentor = my mentor
teams-button = My teams
teams-button-back = ‹ My teams
teams-button-profile = My profile: places, pause, topics
teams-button-board = All mentorships of the stream
teams-button-card = ‹ { $other }
teams-button-proposal = Answer: { $team }
teams-title =
    { $count ->
        [one] <b>You have { $count } team</b>
       *[other] <b>You have { $count } teams</b>
    }
teams-none = <b>You have no teams yet.</b>
teams-none-hint = When organizers propose a team, a message comes with the buttons “Accept” and “Decline”.
teams-proposed =
    { $count ->
        [one] <b>{ $count } proposal waits for your answer.</b> Answer: /accept
       *[other] <b>{ $count } proposals wait for your answer.</b> Answer: /accept
    }
teams-nobody = There is nobody yet: you are in no mentorship. Mentors: /teams, participants: /mentor.
teams-line = <b>{ $number }. { $team }</b>
teams-card = <b>Team “{ $team }”</b>
teams-place = { $place }
teams-project = Project: { $project } – { $stage }
teams-stream = Stream: { $stream }
teams-last = Last meeting: { $day } – { $result }
teams-to-log = ⚠ The last meeting is not logged
teams-held =
    { $count ->
        [0] no meetings yet
        [one] { $count } meeting took place
       *[other] { $count } meetings took place
    }
teams-missed = did not take place: { $count }
teams-counts = In all: { $counts }
teams-members = <b>Contacts of the team</b>
teams-lead = { $name } (team lead){ $post }: { $phone }
teams-person = { $name }{ $post }: { $phone }
teams-mentor = Mentor: { $name }

mentor-button = My mentor
mentor-button-wishes = What we need of a mentor
mentor-button-ask = Ask the organizers
mentor-card = <b>Your mentor: { $name }</b>
mentor-post = { $post }
mentor-phone = Phone: { $phone }
mentor-of-team = Team: { $team }
mentor-left = The mentor is not in the stream any more. The organizers will find another one.
mentor-former = Former mentor: { $name }
mentor-none = <b>A mentor is being looked for.</b>
mentor-none-hint = When a mentor has agreed, a message comes with the contacts. There is nothing to hurry; a question to the organizers: /ask.
mentor-stream = Stream: { $stream }

ending-button-ask = End the mentorship…
ending-button-stay = ‹ Do not end it
ending-button-back = Open
ending-button-end = End the mentorship
ending-button-go-on = Let it go on
ending-button-sure = Yes, end it
ending-button-no = No, keep it
ending-button-match = Matching of mentors
ending-button-board = ‹ All mentorships
ending-ask = <b>Why end it?</b> { $other }
ending-ask-hint = Write the reason in one message. The organizers alone read it, and they decide. Until then all stays as it is.
ending-asked = <b>The organizers have your request.</b>
ending-asked-hint = Until they decide, the mentorship goes on. You will get an answer.
ending-waits = The organizers decide whether the mentorship ends.
ending-over = <b>This mentorship has ended.</b> { $other }
ending-over-hint = Contacts and letters are closed. If this is a mistake, write to the organizers: /ask.
ending-request-team = <b>A team asks to end its mentorship</b>
ending-request-mentor = <b>A mentor asks to end a mentorship</b>
ending-reason = Reason: { $reason }
ending-sure = <b>End it?</b> Team “{ $team }”, mentor { $mentor }
ending-sure-hint = Meetings ahead are cancelled, past ones stay, both sides are told at once. The team is matched again.
ending-done = <b>It has ended.</b> Team “{ $team }”, mentor { $mentor }
ending-done-hint = Both sides hear of it from the bot. The match proposes another mentor and leaves the other pairs alone.
ending-told = <b>The organizers have ended the mentorship.</b> { $other }
ending-told-team = Contacts and letters are closed. The organizers will find another mentor. Questions: /ask.
ending-told-mentor = Contacts and letters are closed, your place is free. Thank you for helping the team.
ending-refused = <b>The mentorship goes on.</b> The organizers ask not to end it. { $other }. Questions: /ask.

board-title =
    { $count ->
        [one] <b>{ $stream }: { $count } mentorship, { $held } meetings</b>
       *[other] <b>{ $stream }: { $count } mentorships, { $held } meetings</b>
    }
board-none = <b>{ $stream }: no mentorships yet.</b> Pairs are made by /match.
board-line = <b>{ $number }. { $team }</b> – { $mentor }
board-counts = { $counts }
board-asked = ⚠ Asked to be ended
board-card =
    Team “{ $team }”
    Mentor: { $mentor }
board-phone = The mentor's phone: { $phone }
board-ended = Ended. Reason: { $reason }
board-mentor-left = ⚠ The mentor is not in the stream any more

error-mentorship-not-yours = This mentorship is not yours, or not any more. Yours: /teams or /mentor.
error-mentor-left = The mentor is no longer in the stream: there is nobody to write to or to meet for now. The organizers will find another one. Questions: /ask.
error-mentorship-ended = This mentorship has ended. Questions to the organizers: /ask.
error-teams-mentors = This command is for mentors and organizers. Your mentor: /mentor.
error-mentor-participants = This command is for participants. Mentors: /teams.
error-end-reason = Write the reason in words, in one message.

notices-kind-mentorship-ended = A mentorship has ended
notices-kind-mentorship-end-asked = Asked to end a mentorship
notices-kind-mentorship-goes-on = A mentorship goes on
settings-always-mentorship-ended = mentorships
settings-always-mentorship-end-asked = mentorships
settings-always-mentorship-goes-on = mentorships
todo-meeting-log = Log whether the meeting took place: { $name }
todo-way-meeting-log = Log the meeting
todo-end-asked =
    { $count ->
        [one] { $count } request to end a mentorship
       *[other] { $count } requests to end a mentorship
    }
todo-way-end-asked = Ending of mentorships
exports-mentorships = Mentorships and meetings
exports-mentorships-name = Mentorships { $day }.xlsx
exports-mentorships-caption = The mentorships of your streams and how many meetings each has had. When, where and about what is known to mentor and team alone.
exports-mentorships-written = Mentorships and meetings are written: { $path }
exports-column-team = Team
exports-column-project = Project
exports-column-stage = Stage
exports-column-mentor = Mentor
exports-column-mentor-phone = Mentor's phone
exports-column-members = In the team
exports-column-since = Accepted (Moscow)
exports-column-ended = Ended (Moscow)
exports-column-reason = Reason
exports-column-held = Took place
exports-column-missed = Did not
