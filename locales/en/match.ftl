command-match = mentors: pairs for the teams

match-which-stream = The match of which stream is meant?
match-none =
    { $teams ->
        [one] <b>There is no draft of the match yet.</b> { $stream }: { $teams } team
       *[other] <b>There is no draft of the match yet.</b> { $stream }: { $teams } teams
    }, { $mentors ->
        [one] { $mentors } mentor.
       *[other] { $mentors } mentors.
    }
match-none-hint = Press “Find pairs”: the bot makes a draft that only you see. Rules for single teams (pinned mentors, mentors ruled out, wishes) come from the workbook and from the chat.
match-title =
    { $total ->
        [one] <b>Draft of the match: { $served } of { $total } team has a mentor</b>
       *[other] <b>Draft of the match: { $served } of { $total } teams have a mentor</b>
    }
    { $stream }
match-state = Waiting for the mentor's answer: { $waiting }. Accepted: { $accepted }.
match-loose =
    { $count ->
        [one] { $count } participant is in no team and is not matched.
       *[other] { $count } participants are in no team and are not matched.
    }
match-stale = ⚠ The facts have changed since. Make the draft anew before sending.
match-trouble = ⚠ { $said }
match-secret = This is a draft: mentors and teams know nothing of it.
match-all-settled = Every team has a mentor who accepted.
match-nothing-here = Nothing here.
match-nobody = no mentor
match-pair = <b>{ $number }. { $team }</b> → { $mentor }{ $mark }
match-pair-nobody = <b>{ $number }. { $team }</b> – no mentor
match-mark-pinned = {" "}(pinned by you)
match-mark-accepted = {" "}(accepted)
match-mark-proposed = {" "}(proposed, not answered)
match-fit =
    { $points ->
        [one] { $points } point: { $why }
       *[other] { $points } points: { $why }
    }
match-fit-direction = direction: { $direction }
match-fit-any-direction = takes any direction
match-fit-topics = experience: { $topics }
match-fit-region = same region
match-fit-hours = { $hours } h apart
match-fit-point = .
match-fit-kind = the kind of mentor asked for
match-fit-team-rank = the team's choice no. { $rank }
match-fit-mentor-rank = the mentor's choice no. { $rank }
match-fit-nothing = nothing in common in the data
match-kind-expert = industry expert
match-kind-alumnus = alumnus
match-kind-methodologist = method specialist
match-bar-municipality = from the same municipality
match-bar-forbidden = ruled out
match-bar-declined = declined, or stopped mentoring this team
match-obstacle-unknown = there is no such pair in the stream
match-obstacle-barred = the pair is ruled out
match-obstacle-paused = the mentor is paused
match-obstacle-capacity = the mentor has no place
match-obstacle-pinned-twice = two mentors are pinned for the team
match-obstacle-has-mentor = the team has a mentor already
match-unkept = Cannot be pinned: { $team } and { $mentor } – { $why }.

match-part-load-title = <b>Load of mentors in this draft</b>
match-part-shortage-title = <b>Who is left without a mentor, and what would help</b>
match-part-warnings-title = <b>Both would prefer each other</b>
match-part-changes-title = <b>What changes compared with the pairs before</b>
match-part-waiting-title = <b>Waiting for the mentor's answer</b>
match-load = { $name }: { $taken } of { $capacity }{ $pause }
match-load-paused = {" "}(paused until { $day })
match-left = <b>{ $team }</b>: { $why }
match-cause-no-mentors = the stream has no mentors
match-cause-barred = nobody is possible: the same municipality, ruled out, or declined
match-cause-paused = all who could take it are paused
match-cause-places = all places of suitable mentors are taken
match-help-places =
    { $count ->
        [one] One more place would help: { $mentors }.
       *[other] { $count } more places would help: { $mentors }.
    }
match-help-return =
    { $count ->
        [one] Somebody paused could take the team: { $mentors }.
       *[other] Somebody paused could take teams ({ $count }): { $mentors }.
    }
match-help-group = They could meet as a group. Mentor: { $mentor }; direction: { $direction }; teams: { $teams }.
match-warning = <b>{ $team }</b> and <b>{ $mentor }</b> suit each other better: the team by { $team_wins }, the mentor by { $mentor_wins }. The team has now: { $present }. The mentor would give up: { $instead }.
match-move = <b>{ $team }</b>: { $before } → { $after }
match-waits =
    { $days ->
        [0] { $mentor } – “{ $team }”, proposed today
        [one] { $mentor } – “{ $team }”, { $days } day without an answer
       *[other] { $mentor } – “{ $team }”, { $days } days without an answer
    }

match-confirm = <b>Send the proposals to the mentors?</b>
match-confirm-back = <b>Take the proposals back?</b> This draft has no new ones.
match-confirm-send =
    { $count ->
        [one] { $count } proposal will be sent: the mentor sees the team and accepts or declines.
       *[other] { $count } proposals will be sent: each mentor sees the team and accepts or declines.
    }
match-confirm-withdraw =
    { $count ->
        [one] { $count } earlier proposal will be taken back; the mentor is told.
       *[other] { $count } earlier proposals will be taken back; the mentors are told.
    }
match-not-entered =
    { $count ->
        [one] ⚠ { $count } mentor has not entered the bot and will not get the proposal: { $names }.
       *[other] ⚠ { $count } mentors have not entered the bot and will not get the proposals: { $names }.
    }
match-published =
    { $count ->
        [0] <b>Published: earlier proposals taken back, no new ones.</b> { $name }, { $day }, { $time } (Moscow)
        [one] <b>Published: { $count } proposal sent.</b> { $name }, { $day }, { $time } (Moscow)
       *[other] <b>Published: { $count } proposals sent.</b> { $name }, { $day }, { $time } (Moscow)
    }
match-published-hint = When a mentor accepts a team, the bot introduces both sides. Who is silent is reminded, and then you are told.
match-administrator = an administrator

match-team = <b>{ $team }</b>
match-team-project = Project: { $project }
match-team-needs = Needs: { $needs }
match-team-kinds = Would like: { $kinds }
match-team-nobody = Without a mentor in the draft
match-team-mentor = Mentor: <b>{ $mentor }</b>
match-team-proposed = Proposed, not answered yet.
match-team-accepted = Accepted: a new draft leaves this pair alone.
match-pinned-here = Pinned by you.
match-candidates = Mentors, the best suited first:
match-candidate = { $number }. { $name } – { $points } p., { $taken } of { $capacity } taken; { $why }
match-candidate-pause = paused
match-candidate-paused = Paused at present.
match-candidate-bar = Not possible: { $why }.
match-taken = { $taken } of { $capacity } taken
match-pair-title = <b>{ $team }</b> and <b>{ $mentor }</b>
match-forbid-hint = “Rule out” is for a direct superior, a conflict of interest or any other reason.
match-why-together = They are a pair in the draft.
match-why-later = The bot says why when the draft has been made anew.
match-why-obstacle = <b>Why not together:</b> { $why }.
match-why-not = <b>Why not together. If they were pinned:</b>
match-why-served =
    { $count ->
        [one] { $count } more team would be left without a mentor;
       *[other] { $count } more teams would be left without a mentor;
    }
match-why-points =
    { $count ->
        [one] the sum would be worse by { $count } point;
       *[other] the sum would be worse by { $count } points;
    }
match-why-equal = the sum would be no worse: a choice between equals;
match-why-more = and further pairs would change: { $count }
match-swap = With which team should the mentor of “{ $team }” be exchanged? Both pairs will be pinned.
match-swap-line = { $team }: { $mentor }

match-button-run = Find pairs
match-button-again = Make it anew
match-button-publish = Send proposals: { $count }
match-button-withdraw = Take proposals back: { $count }
match-button-sure = Yes, send: { $count }
match-button-sure-back = Yes, take them back
match-button-back = ‹ To the draft
match-button-board = To the match
match-button-changes = What changed: { $count }
match-button-shortage = Shortage: { $count }
match-button-warnings = Warnings: { $count }
match-button-load = Load: { $count }
match-button-waiting = Not answered: { $count }
match-button-pin = Pin this mentor
match-button-unpin = Take the pin away
match-button-forbid = Rule out
match-button-allow = Allow again
match-button-swap = Exchange with another team
match-button-team = ‹ To the team

error-match-nobody = There is nobody to match yet: the stream has no teams with people, or no mentors. Load the sheets «Команды» and «Наставники».
error-match-facts = The facts have changed since: somebody answered, loaded a workbook or changed a rule. Open /match, make the draft anew and send that.
error-match-replaced = There is a newer draft. Open /match.
error-match-accepted = { $mentor } has accepted “{ $team }”. End that mentorship first.
error-match-bar-municipality = Cannot be pinned: { $mentor } is from the municipality of “{ $team }” or of somebody in it.
error-match-bar-forbidden = Cannot be pinned: { $mentor } is ruled out for “{ $team }”. Allow the pair first.
error-match-bar-declined = Cannot be pinned: { $mentor } declined “{ $team }” or stopped mentoring it.
error-match-unknown = Cannot be pinned: “{ $team }” or { $mentor } is no longer in the stream.
error-match-paused = Cannot be pinned: { $mentor } is paused.
error-match-capacity = Cannot be pinned: { $mentor } has no place for “{ $team }” – all are taken by accepted and pinned teams.
error-match-pinned-twice = Cannot be pinned: another mentor is pinned for “{ $team }”.
error-match-has-mentor = Cannot be pinned: “{ $team }” has a mentor who accepted.
error-match-barred = Cannot be pinned: “{ $team }” and { $mentor } cannot be a pair.
