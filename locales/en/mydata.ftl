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
mydata-correct-how =
    Write what to correct in one message after the command:

    <code>/mydata phone +7 912 000-00-00</code>

    Organizers of your stream get the request and make the correction.
mydata-correction =
    <b>A correction is asked for</b>: { $name }

    “{ $words }”
mydata-correction-sent = The organizers of your stream have it.
mydata-correction-lost = There is nobody to pass it on to: no organizer receives messages now. Call the duty phone: /ask.
mydata-erase-question =
    <b>Withdraw the consent and erase your data?</b>

    Name, phone, post, travel, seats on excursions and the account are erased. The bot stops working for you. Only a nameless row stays in the count of participants.

    This cannot be undone. The list of participants kept by organizers outside the bot is theirs to correct.
mydata-erased = The consent is withdrawn, the data are erased.
mydata-erased-last = The bot no longer knows who you are. Only a new link from an organizer leads back.
mydata-erased-by-time = The programme is over, and so is the time for which your data were kept: name, phone and answers are erased. The bot no longer knows who you are. Thank you for the work together!
