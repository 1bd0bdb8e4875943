command-todo = what awaits me, in one list

todo-button = What awaits me
todo-title =
    { $count ->
        [one] <b>{ $count } thing awaits you</b>
       *[other] <b>{ $count } things await you</b>
    }
todo-nothing = <b>Nothing awaits you.</b>
todo-nothing-hint = Whatever comes up will be here.
todo-line = <b>{ $number }.</b> { $said }
todo-way = { $number }. { $way }
todo-in-stream = { $said } ({ $stream })

todo-place = A place is held for you: { $name }
todo-answer = Your answer is awaited: “{ $name }”
todo-proposal = You are asked to mentor: { $name }
todo-silent-mentors =
    { $count ->
        [one] { $count } mentor has not answered a proposal for long
       *[other] { $count } mentors have not answered proposals for long
    }
todo-match = The draft of the match has not been sent
todo-late-questions =
    { $count ->
        [one] { $count } question has waited too long for an answer
       *[other] { $count } questions have waited too long for an answer
    }
todo-new-questions =
    { $count ->
        [one] { $count } new question that nobody has taken
       *[other] { $count } new questions that nobody has taken
    }
todo-own-questions =
    { $count ->
        [one] { $count } question you took and have not answered
       *[other] { $count } questions you took and have not answered
    }
todo-access =
    { $count ->
        [one] { $count } person asks for access
       *[other] { $count } people ask for access
    }
todo-corrections =
    { $count ->
        [one] { $count } person asks to correct their data
       *[other] { $count } requests to correct data
    }
todo-import =
    { $count ->
        [one] The file “{ $name }” is examined but not applied
       *[other] { $count } files are examined but not applied. The last: “{ $name }”
    }
todo-draft = The draft of the programme is not published
todo-outside =
    { $count ->
        [one] { $count } person has not entered the bot yet
       *[other] { $count } people have not entered the bot yet
    }

todo-way-place = Answer: going or not
todo-way-answer = Answer the message
todo-way-proposal = Accept or decline
todo-way-silent-mentors = Who is silent
todo-way-match = Open the match
todo-way-late-questions = Answer
todo-way-new-questions = Take and answer
todo-way-own-questions = Answer
todo-way-access = Decide on access
todo-way-corrections = Correct the data
todo-way-import = See the file
todo-way-draft = Open the draft
todo-way-outside = Who has not entered
todo-broadcasts =
    { $count ->
        [one] { $count } broadcast waits for your approval
       *[other] { $count } broadcasts wait for your approval
    }
todo-way-broadcasts = Approve
todo-report = Time to report: { $name }
todo-way-report = Report
