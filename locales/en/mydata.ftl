mydata-title = <b>My data</b>
mydata-name = Full name: { $value }
mydata-post = Post: { $value }
mydata-municipality = Municipality: { $value }
mydata-region = Region: { $value }
mydata-phone = Phone: { $value }
mydata-zone = Time zone: { $value }
mydata-part = Part: { $stream } – { $roles }
mydata-account = Telegram account: { $value }
mydata-consent = Consent to data processing: { $day }
mydata-others =
    { $count ->
        [one] { $count } record is kept in all: the export holds it.
       *[other] { $count } records are kept in all: the export holds them.
    }
mydata-hint = Organizers of your streams see these data.
mydata-button-export = Export as files
mydata-button-correct = Correct
mydata-button-erase = Withdraw consent and erase
mydata-button-back = ‹ My data
mydata-button-no = No, keep them
mydata-button-sure = Yes, erase my data
mydata-button-person = The person's card
mydata-file-name = my-data
mydata-file-title = Data: { $name }
mydata-file-json = All your data as JSON: for programmes.
mydata-file-text = The same data as text.
mydata-erase-question =
    <b>Withdraw the consent and erase your data?</b>

    Name, phone, post, travel, seats on excursions and the account are erased. The bot stops working for you. Only a nameless row stays in the count of participants.

    This cannot be undone. The list of participants kept by organizers outside the bot is theirs to correct.
mydata-erased = The consent is withdrawn, the data are erased.
mydata-erased-last = The bot no longer knows who you are. Only a new link from an organizer leads back.
mydata-erased-by-time = The programme is over, and so is the time for which your data were kept: name, phone and answers are erased. The bot no longer knows who you are. Thank you for the work together!

correction-choose = What is to be corrected?
correction-field-name = Full name
correction-field-post = Post
correction-field-municipality = Municipality
correction-field-region = Region
correction-field-phone = Phone
correction-field-zone = Time zone
correction-field-other = Something else
correction-now = Now it says: { $value }
correction-how-name = Write surname, name and patronymic in one message.
correction-how-post = Write the post as it should read.
correction-how-municipality = Write the municipality in full, for example: городской округ город Примерск.
correction-how-region = Write the region in full, for example: Тюменская область.
correction-how-phone = Write the number, for example: +7 900 000-00-00.
correction-how-zone = Write the time zone: МСК+2, or a city in Russian, for example: Омск.
correction-how-other = Write in one message what is to be corrected.
correction-sent = Passed on to the organizers of your stream. The answer comes here.
correction-kept = Kept. No organizer receives messages at the moment; the request waits in their list. If it is urgent, call the duty phone: /ask.
correction-waiting = <b>Waiting for an organizer</b>
correction-title = <b>Data to be corrected</b>: { $name }
correction-change = { $field }: <s>{ $old }</s> → <b>{ $new }</b>
correction-new = { $field }: not given → <b>{ $new }</b>
correction-words = “{ $words }”
correction-button-done = Correct
correction-button-by-hand = Done already
correction-button-refuse = Refuse
correction-button-list = Other requests
correction-done = Corrected. The person has been told.
correction-refused = Refused. The person has been told.
correction-told-done = <b>An organizer has corrected your data.</b>
correction-told-refused = <b>An organizer has not made the correction.</b> If that is a mistake, write to them: /ask.
correction-none = There are no requests for corrections.
correction-list =
    { $count ->
        [one] <b>{ $count } request for a correction</b>
       *[other] <b>{ $count } requests for corrections</b>
    }

error-correction-empty = Nothing there. Write how it reads correctly.
error-correction-long = Too long: { $limit } characters at most.
error-correction-name = “{ $value }” does not split into surname, name and patronymic. Write two or three words.
error-correction-phone = “{ $value }” is no phone number. One number is needed.
error-correction-zone = The time zone “{ $value }” is unknown.
error-correction-same = It says so already: nothing to correct.
error-correction-many = The organizers have several requests of yours. Wait for their answer.
error-correction-replaced = The person has asked for something else since: open the new request.
error-correction-no-stream = You are in no stream. Ask whoever invited you to invite you anew.
