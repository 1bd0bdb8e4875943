workbook-place-cell = Sheet «{ $sheet }», row { $row }, column «{ $heading }»: { $reason }
workbook-place-row = Sheet «{ $sheet }», row { $row }: { $reason }
workbook-place-sheet = Sheet «{ $sheet }»: { $reason }

workbook-errors =
    { $count ->
        [one] { $count } error. The file was not applied, nothing has changed.
       *[other] { $count } errors. The file was not applied, nothing has changed.
    }
workbook-warnings =
    { $count ->
        [one] { $count } remark (does not prevent the import):
       *[other] { $count } remarks (do not prevent the import):
    }
workbook-more =
    { $count ->
        [one] … and { $count } more such line.
       *[other] … and { $count } more such lines.
    }
workbook-examples =
    { $count ->
        [one] { $count } example row was skipped.
       *[other] { $count } example rows were skipped.
    }
workbook-nothing = No differences: the programme is already as in the file.
workbook-sheet-difference = { $sheet }: { $added } to add, { $changed } to change, { $same } the same, { $missing } not in the file.
workbook-added = + { $code }
workbook-changed = { $code }, «{ $heading }»: { $old } → { $new }
workbook-absent = not in the file (stays as it is): { $codes }
workbook-blank = blank
workbook-drafts-planned = Events, venues and buses will go into the draft. Streams: { $streams }.
workbook-dry-run = This was a dry run: nothing has changed. Add --apply to import the file.
workbook-older = Nothing was loaded. Add --keep to take nothing back, or --take-back to bring the old back.
workbook-applied = The whole file has been imported.
workbook-draft-ready = { $stream }: draft no. { $number } is ready. People will see it when it is published.
workbook-draft-same = { $stream }: the draft equals the published programme, so there is no draft any more.
workbook-published = { $stream }: the programme is published.
workbook-published-before = { $stream }: a programme is published already. The changes stay in the draft: publish them in the chat, where you see who gets a notice.
workbook-out-of-date = The programme changed while the file was being examined. Examine it again.
workbook-template-written = Template written: { $path }
workbook-exported = Programme written: { $path }
workbook-no-file = The file is not there or cannot be read: { $path }
workbook-not-written = The file cannot be written: { $path }

workbook-file-big = The file is larger than 20 MB. Remove pictures and spare sheets.
workbook-file-bomb = Unpacked, the file is implausibly large. Copy the sheets you need into a new workbook.
workbook-file-broken = The file is damaged or incomplete. Open it in Excel, save it again as an Excel workbook (.xlsx) and send it once more.
workbook-file-empty = The file is empty.
workbook-file-entities = The file holds declarations that no Excel workbook has. To be safe it was not read. Copy the sheets into a new workbook.
workbook-file-foreign = This is no Excel workbook. An .xlsx file is needed: in Excel choose File – Save as – Excel Workbook (.xlsx).
workbook-file-heavy = Reading the file takes too long or too much memory. Keep only the sheets of the template.
workbook-file-ods = This is an OpenDocument spreadsheet. Save it as an Excel workbook (.xlsx).
workbook-file-password = The file is protected by a password. Remove the password and send it again.
workbook-file-pdf = This is a PDF. An Excel workbook (.xlsx) is needed.
workbook-file-picture = This is a picture. An Excel workbook (.xlsx) is needed.
workbook-file-program = This is a program, not an Excel workbook. It was not opened.
workbook-file-rows = The file has too many rows: over 100,000, or more than Excel has. Keep only the sheets of the template.
workbook-file-sheets = The file has over 100 sheets. Keep only the sheets of the template.
workbook-file-word = This is a Word document. An Excel workbook (.xlsx) is needed.
workbook-file-xls = This is an old Excel workbook (.xls). Save it as an Excel workbook (.xlsx).
workbook-file-xlsb = This is a binary Excel workbook (.xlsb). Save it as an Excel workbook (.xlsx).

workbook-sheets-missing = The file has no sheet of the template. The template has: { $expected }.
workbook-sheet-unknown = the template has no such sheet; it was not read.
workbook-sheet-near = the template has no such sheet. It looks like «{ $likely }»: rename it.
workbook-headings-missing = no headings in the first ten rows. Required: { $expected }.
workbook-heading-unknown = the template has no such column; it was not read.
workbook-heading-near = the template has no such column; it was not read. It looks like «{ $likely }».
workbook-heading-twice = such a column stands further left already; the first was read.
workbook-heading-absent = the required column «{ $heading }» is not there.
workbook-heading-absent-near = the required column «{ $heading }» is not there. «{ $likely }» looks like it: rename it.

workbook-cell-required = a value is needed here.
workbook-cell-failed = the formula ended in the error { $value }. Mend it or enter the value.
workbook-cell-uncomputed = the formula has no stored result. Open and save the file in Excel, or enter the value.
workbook-cell-long = the text is longer than { $limit } characters. Shorten it.
workbook-cell-code-date = Excel turned the code into the date { $value }. Format the column as Text and enter the code again.
workbook-cell-code-long = the code is longer than { $limit } characters.
workbook-cell-code-signs = the code «{ $value }» holds a comma, a semicolon or a line break: they separate lists.
workbook-cell-list-number = Excel turned the list into «{ $value }». Format the column as Text and separate with semicolons: 1; 2.
workbook-cell-whole = «{ $value }» is no whole number.
workbook-cell-bounds = { $value } does not fit: a number from { $least } to { $most } is needed.
workbook-cell-choice = «{ $value }» is not on the list. Possible: { $options }.
workbook-cell-choice-near = «{ $value }» is not on the list. Did you mean «{ $likely }»? Possible: { $options }.
workbook-cell-date = the date «{ $value }» is unclear. Write, for example, 18.11.2025.
workbook-cell-year = the date { $value } has no year, and nothing tells it. Write it out, for example 18.11.2025.
workbook-cell-time = the time «{ $value }» is unclear. Write, for example, 9:30.
workbook-cell-time-date = Excel turned the time into the date { $value }. Enter it with a colon, for example 9:30.
workbook-cell-time-span = one time is expected, but «{ $value }» holds two. Start and end have a column each.
workbook-cell-moment = «{ $value }» is no date with a time. Write, for example, 18.11.2025 21:40.
workbook-cell-degrees = «{ $value }» is no coordinate. Write, for example, 57.152985.
workbook-cell-degrees-limit = the coordinate { $value } is over { $limit } degrees. Are latitude and longitude in their columns?
workbook-cell-name = «{ $value }» does not split into surname, name and patronymic. Use the three columns.
workbook-cell-name-differs = one cell says «{ $value }», the one beside it «{ $other }». Keep one of them.
workbook-cell-phone = «{ $value }» is no phone number. Write, for example, +7 900 000-00-00.
workbook-cell-phones = the cell «{ $value }» holds several numbers. Keep one: the person enters the bot with it.
workbook-cell-zone = the time zone «{ $value }» is unknown. Write МСК+2, Asia/Yekaterinburg or a city's Russian name.
workbook-cell-zone-near = the time zone «{ $value }» is unknown. Did you mean «{ $likely }»?

workbook-code-missing = the row has no code. Free is, for example, { $free }.
workbook-code-twice = the code «{ $code }» stands in row { $first } already. Russian and Latin letters that look alike count as the same.
workbook-code-unknown = the code «{ $code }» is neither on the sheet «{ $sheet }» nor in the programme.
workbook-code-zeros = the code «{ $code }» is unknown, but «{ $other }» exists. Excel drops leading zeros: format the column as Text.
workbook-person-differs = this says «{ $value }», but row { $first } says «{ $other }» of the same person.
workbook-name-missing = the person «{ $code }» has no surname or no name. Enter them in one of the person's rows.

workbook-days-reversed = the end { $last } is before the start { $first }.
workbook-module-outside = { $day } is not within the stream, which lasts from { $first } to { $last }.
workbook-event-outside = the event «{ $code }» on { $day } is not within the module «{ $module }», which lasts from { $first } to { $last }.
workbook-event-ends-first = the event «{ $code }» ends at { $ends } but begins at { $starts }.
workbook-event-clock-jumps = the event «{ $code }»: on { $day } the clocks at the venue change, and { $starts } or { $ends } does not exist.
workbook-moved = «{ $code }» belongs to «{ $other }» and cannot be moved. Use a new code.
workbook-stream-foreign = «{ $code }» belongs to the stream «{ $other }», the row to the stream «{ $stream }».
workbook-direction-foreign = the direction «{ $code }» belongs to the programme «{ $other }», the row to the programme «{ $programme }».
workbook-travel-reversed = the departure is before the arrival.
workbook-not-enrolled = the person «{ $code }» is not in the stream «{ $stream }».
workbook-coordinates-half = a point on the map needs both latitude and longitude.
workbook-bus-no-excursion = the event «{ $code }» is not on the sheet «Экскурсии».
workbook-seat-no-excursion = the event «{ $code }» is not on the sheet «Экскурсии».
workbook-seat-bus-foreign = the bus «{ $code }» goes to the excursion «{ $other }», the seat is on «{ $event }».
workbook-bus-overfull = seats in the bus «{ $code }»: { $capacity }, people in it: { $count }.
workbook-excursion-overfull = places on the excursion «{ $code }»: { $capacity }, people on it: { $count }.

workbook-venue-unused = no module needs the venue «{ $code }»; it will not be kept.
workbook-hall-taken = «{ $room }» is taken: «{ $other }» and «{ $code }» overlap.
workbook-phone-twice = the phone { $phone } is «{ $other }»’s as well. Nobody can enter with it, only with a link.
workbook-lead-without-team = the team lead «{ $code }» has no team.
workbook-guide-role = the person «{ $code }» has no role «сопровождающий» in the stream «{ $stream }».
workbook-mentor-role = the person «{ $code }» has no role «наставник» in the stream «{ $stream }».
workbook-excursion-kind = the event «{ $code }» is not of the kind «экскурсия» on the sheet «Программа».
workbook-excursion-buses = places on the excursion «{ $code }»: { $capacity }, in its buses: { $places }.
workbook-no-mentor = «{ $code }» is no mentor of the stream «{ $stream }» (sheet «Наставники»).
workbook-wishes-many = the team «{ $code }» names more than { $most } mentors.
workbook-pinned-forbidden = the same mentor is both pinned for the team «{ $code }» and ruled out.
workbook-defence-kind = the event «{ $code }» is not of the kind «защита» on the sheet «Программа».
workbook-stage = the programme has no stage “{ $stage }”. Its stages: { $stages }. The list is changed in /programme.
workbook-milestone-outside = the date { $day } is outside the stream, which lasts from { $first } to { $last }.

workbook-not-yours = “{ $code }” belongs to another stream. Only its organizer or an administrator can change this row.
workbook-not-yours-common = “{ $code }” is common to streams. Only an administrator can change this row.
workbook-reading = Reading…
workbook-offer = <b>No errors.</b> Nothing has changed yet. This is what the file would change:
workbook-offer-anew = <b>The programme changed while you were deciding.</b> Nothing was loaded. By now the file would change this:
workbook-ask = Rows that are not in the file stay. Apply?
workbook-effect = { $stream }: once published, { $events }, { $people }.
workbook-effect-events =
    { $count ->
        [one] { $count } event changes
       *[other] { $count } events change
    }
workbook-effect-people =
    { $count ->
        [one] { $count } person sees it
       *[other] { $count } people see it
    }
workbook-reverts =
    { $count ->
        [one] <b>The file is older than the programme.</b> { $count } cell was changed since and is as before in the file:
       *[other] <b>The file is older than the programme.</b> { $count } cells were changed since and are as before in the file:
    }
workbook-revert = { $code }, “{ $heading }”: now { $present }, in the file { $old }
workbook-revert-row = { $code }: the row was removed since, the file would bring it back
workbook-button-apply = Apply
workbook-button-keep = Apply, take nothing back
workbook-button-revert = Apply and bring the old back
workbook-button-cancel = Cancel
workbook-button-undo = Undo this upload
workbook-marked = The file with the cells marked is below: the reason is in the cell's note and on the sheet “Ошибки”. It holds the sheets of the template with every row; mend it or your own file and send it again.
workbook-marked-name = Errors.xlsx
workbook-whole-name = Differences.txt
workbook-state-waiting = The file has not been loaded yet.
workbook-state-applied = <b>The whole file has been loaded.</b>
workbook-state-cancelled = The file was not loaded; nothing in the programme has changed. If it is still needed, send it again.
workbook-state-undone = <b>The upload was undone:</b> everything is as it was before.
workbook-not-made = The file could not be written: it is too big. Try again later.
error-import-gone = This file is no longer kept. Please send it again.
error-import-superseded = It is too late to undo: the programme was changed or published since. Upload a mended file.
error-import-used = It is too late to undo: somebody who was added has entered, or other rows refer to what was added.
error-import-old = It is too late to undo: too much time has passed, or somebody of this file has erased their data. Upload a mended file.
workbook-export = The programme as it is, with codes and version. Edit it and send it back here. The file does not update itself.
workbook-export-name = Programme { $day }.xlsx
workbook-template = The template: an example on each sheet, the rules on “Как заполнять”. Fill it in and send it here.
workbook-template-name = Programme template.xlsx
workbook-gone = − { $code }
