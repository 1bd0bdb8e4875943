command-capacity = how many teams you take, for mentors
command-pause = a pause: no new teams
command-needs = what you need of a mentor, and mentors you would like

profile-title =
    { $proposed ->
        [0] <b>Mentor: { $taken } of { $places } taken</b>
       *[other] <b>Mentor: { $taken } of { $places } taken</b>, waiting for your answer: { $proposed }
    }
profile-over = You have accepted more teams than there are places: they stay with you, no new ones come.
profile-paused = Paused until { $day }: no new teams are proposed, accepted ones stay.
profile-kind = Kind: { $kind }
profile-directions = Directions: { $directions }
profile-any-direction = Directions: any
profile-topics = Topics: { $topics }
profile-no-topics = No topics are given: the bot finds teams by them.
profile-region = Region: { $region }
profile-no-region = No region given: the bot cannot tell which teams are from yours.
profile-wished = Teams you would like: { $teams }
profile-stream = Stream: { $stream }
profile-places-hint = How many teams can you take? More than seven as a number: /capacity 10.
profile-pause-hint = During a pause no new teams are proposed. A certain day in words: /pause until 01.12.
profile-kind-hint = What kind of mentor are you? Teams say what kind they need.
profile-directions-hint = Press to choose or to take away. Without any, teams of all directions are proposed.
profile-no-directions = The programme has no directions.
profile-teams-hint = Name up to five teams you would like, the most wished for first. It counts, but is no promise.
profile-type-region = Write the region in one message, for example: Tyumen Region. Now: { $now }. Send “–” to erase it.
profile-type-topics = Write the topics in one message, through commas. Now: { $now }
profile-nothing = none
profile-chosen = ✓ { $what }
profile-button-places = How many teams I take
profile-button-pause = Pause
profile-button-kind = My kind of mentor
profile-button-directions = Directions
profile-button-topics = Topics
profile-button-region = Region
profile-button-teams = Teams I would like
profile-button-back = ‹ To the profile
profile-pause-over = End the pause
profile-pause-week = For a week
profile-pause-month = For a month
profile-pause-stream = Until the stream ends

wishes-title = <b>A mentor for the team: { $team }</b>
wishes-settled = You have a mentor already: /mentor. Wishes are of use if that changes.
wishes-needs = Needs: { $needs }
wishes-no-needs = The needs are not written: by them a mentor decides whether to accept.
wishes-kinds = You would like: { $kinds }
wishes-any-kind = Kind of mentor: any
wishes-named-title = Mentors you would like:
wishes-nobody-named = You have named no mentors.
wishes-named = { $place }. { $name }
wishes-hint = Wishes count in the match but are no promise. A short list is no advantage: mentors you did not name stay possible.
wishes-type = Write in one message (up to { $most } characters) what the team “{ $team }” needs help with.
wishes-choose =
    { $count ->
        [0] <b>Choose up to five mentors, the most wished for first</b>
       *[other] <b>Mentors chosen: { $count } of 5</b>
    }
wishes-no-mentors = The stream has no mentors yet.
wishes-mentor = <b>{ $number }. { $name }</b>, { $kind }
wishes-place = In your list: no. { $place }
wishes-button-needs = Write the needs
wishes-button-mentors = Choose mentors
wishes-button-back = ‹ To the wishes

error-places = Not understood. A whole number from 0 to { $most } is needed, for example: /capacity 3.
error-pause = Not understood until which day. Write, for example: /pause until 01.12, /pause week, /pause off. Not farther than a year.
error-wishes-many = No more than { $most } can be named. Take somebody off the list first.
error-wishes-own = Wishes about a mentor are for the participant, not for an assistant.
error-wishes-no-team = You are in no team of this stream. Please ask an organizer.
error-no-profile = You have no mentor's profile in this stream. Ask an organizer to add you to the sheet «Наставники».
