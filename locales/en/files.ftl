files-button = Materials: { $count }
files-button-list = The event’s materials
files-button-attach = Attach materials
files-button-more = Attach more
files-button-again = Attach again
files-button-done = Done
files-button-every =
    { $count ->
        [one] Send { $count } file
       *[other] Send all { $count } files
    }
files-button-remove = Remove
files-button-remove-sure = Yes, remove
files-button-keep = Keep it
files-button-event = About the event
files-button-words = Find the event by words
files-button-all-events = All events
files-button-drop = Do not attach

files-title = <b>Materials: { $count }</b>
files-event = “{ $title }”, { $day }, { $hours }
files-line = { $number }. { $name }{ $size }{ $lost }
files-line-lost = { " " }(opens no longer)
files-none = Nothing is attached yet.
files-hint = Press a number, and the file comes here.
files-hint-remove = Which file is to be removed?
files-remove-sure = Remove “{ $name }”? Participants will not see it any more.
files-removed = The file is removed.
files-send = <b>Send the materials of the event</b>
files-send-hint =
    Documents, photos, videos or audio, one by one or as an album. Each file will be confirmed. When that is all, press “Done”.

    The bot reads Excel workbooks as the programme. For participants to get a table, send it as a PDF or in an archive.
files-attached = Attached: { $names }.
files-known = Was attached already: { $names }.
files-total =
    { $count ->
        [one] The event “{ $title }” has { $count } file now.
       *[other] The event “{ $title }” has { $count } files now.
    }
files-and-more = { $names } and { $count } more
files-choose =
    { $count ->
        [one] To which event does the file belong: { $names }?
       *[other] To which event do the { $count } files belong: { $names }?
    }
files-choose-album = To which event does the whole album belong: { $names } and what came with it?
files-choose-found = By the words “{ $words }”:
files-choose-none = There are no such events in your streams. Try other words.
files-choose-unpublished = Your streams have no published events, so there is nothing to attach to.
files-words = Write a word of the title, the speaker’s name or the hall.
files-dropped = All right, nothing is attached.
files-lost = The file “{ $name }” opens no longer: Telegram has deleted it. The organizers are told and will send it again.
files-lost-told = <b>The file “{ $name }” opens no longer.</b> Telegram has deleted it, and participants of “{ $title }” do not get it. Send the file again.
files-kilobytes = { $size } KB
files-megabytes = { $size } MB
files-kind-document = file
files-kind-photo = photo
files-kind-video = video
files-kind-audio = audio

error-file-gone = The event no longer has this file.
error-files-gone = The file does not wait any more: half an hour has passed, or it is attached. Send it again.
error-files-many = An event takes { $count } files at most. Remove some, or give a link to a folder.
