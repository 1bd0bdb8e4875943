command-accept = accept the team proposed to you
command-decline = decline the team proposed to you

proposals-nothing = No proposal waits for your answer.
proposals-title =
    { $count ->
        [one] <b>{ $count } team waits for your answer</b>
       *[other] <b>{ $count } teams wait for your answer</b>
    }
proposals-asked = <b>You are asked to mentor: { $team }</b>
proposals-reminder =
    { $days ->
        [one] <b>They have waited for your answer for { $days } day: { $team }</b>
       *[other] <b>They have waited for your answer for { $days } days: { $team }</b>
    }
proposals-accepted = <b>You are the mentor: { $team }</b>
proposals-accepted-hint = The bot introduces you to the team: both sides get contacts and an agenda for the first meeting.
proposals-declined = <b>You declined: { $team }</b>. The organizers will be told.
proposals-withdrawn = <b>The proposal was taken back: { $team }</b>. No answer is needed.
proposals-ended = <b>The mentorship has ended: { $team }</b>
proposals-project = Project: { $project }
proposals-direction = Direction: { $direction }
proposals-place = From: { $place }
proposals-zone = Clock: { $city }, { $zone }
proposals-topics = Topics: { $topics }
proposals-needs = Needs: { $needs }
proposals-why = Why you: { $why }
proposals-taken = You have { $taken } of { $capacity }
proposals-decline = Decline “{ $team }”? A reason helps the organizers but is not required. The team will not see it.
proposals-type = Write in one message why you decline “{ $team }”. Only organizers will read it.
proposals-excuse-time = No time at present
proposals-excuse-topic = Not my field
proposals-excuse-known = We know each other, better another mentor
proposals-excuse-none = Decline without a reason
proposals-button-accept = Accept
proposals-button-decline = Decline
proposals-button-words = Write the reason
proposals-button-back = ‹ Back
proposals-silent =
    { $days ->
        [one] <b>A mentor has been silent for { $days } day:</b> { $mentor } – “{ $team }”.
       *[other] <b>A mentor has been silent for { $days } days:</b> { $mentor } – “{ $team }”.
    }
proposals-phone = Call: { $phone }
proposals-refused = <b>A mentor declined:</b> { $mentor } – “{ $team }”.
proposals-reason = Reason: { $reason }
proposals-instead = The bot found somebody else: <b>{ $mentor }</b>. Nothing has been sent to the mentor yet.
proposals-also =
    { $count ->
        [one] { $count } other pair would change with it.
       *[other] { $count } other pairs would change with it.
    }
proposals-no-replacement = There is nobody else yet.
proposals-button-match = To the match
proposals-button-find = Find somebody else
proposals-button-propose = Send the proposal
proposals-button-changes = What would change

introduction-team = <b>Meet your team: { $team }</b>
introduction-mentor = <b>Meet your mentor</b> (“{ $team }”)
introduction-person = { $name }
introduction-lead = { $name } – leads the team
introduction-post = { $post }
introduction-phone = Phone: { $phone }
introduction-why = Why this mentor: { $why }
introduction-agenda = <b>For the first meeting</b>
introduction-agenda-meet = 1. Get to know each other: who does what in the project.
introduction-agenda-needs = 2. Discuss what is needed: { $needs }
introduction-agenda-no-needs = 2. Find out where help is needed.
introduction-agenda-rhythm = 3. Agree how often to meet, and fix the next meeting.
introduction-clocks = Your clocks differ: { $clocks }.

error-proposal-full =
    { $taken ->
        [one] There is no place left: you have { $taken } team of { $capacity } already. To accept another, raise the number of places: /capacity.
       *[other] There is no place left: you have { $taken } teams of { $capacity } already. To accept another, raise the number of places: /capacity.
    }
error-proposal-barred = “{ $team }” can no longer be accepted: the organizers have ruled this pair out. No answer is needed, the proposal will be taken back. Questions: /ask.
error-proposal-accepted = You are the mentor of “{ $team }” already.
error-proposal-declined = You have declined the team “{ $team }”. If you changed your mind, tell the organizers.
error-proposal-withdrawn = The organizers took the proposal about “{ $team }” back: no answer is needed.
error-proposal-ended = The mentorship “{ $team }” has ended.
