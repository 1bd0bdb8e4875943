invite-title = <b>Personal links</b>: { $stream }
invite-count =
    { $count ->
        [one] { $count } person has not entered yet.
       *[other] { $count } people have not entered yet.
    }
invite-hint = Each link is personal and works once. A number opens one link: to pass it on or to issue it anew.
invite-line =
    { $number }. { $name } (until { $day })
    { $link }
invite-person =
    <b>{ $name }</b>

    Personal link, valid until { $day }:
    { $link }
invite-renew-hint = Did the link reach the wrong person? Issue a new one: the old one stops opening at once.
invite-renewed = The link is new. The old one no longer opens.
invite-button-file = All links and phones as a file
invite-button-coverage = Who has not entered
invite-button-new = Issue a new link
invite-button-back = ‹ To all links
invite-file-name = Not entered – links and phones
invite-file-caption =
    { $stream }: not entered yet – { $count }.

    The file holds personal data and ways in. Pass it on to organizers only.
invite-sheet = Not entered
invite-column-code = Code
invite-column-name = Full name
invite-column-post = Post
invite-column-municipality = Municipality
invite-column-phone = Phone
invite-column-link = Personal link
invite-column-until = Valid until
invite-button-qr = QR code
invite-button-qr-sheet = QR codes to print
invite-qr-name = <b>{ $name }</b>
invite-qr-hint = A personal QR code: it works once and until { $day }. Point the phone's camera at it, and the bot opens.
invite-qr-sheet = QR codes
invite-qr-footer = The code is personal and works once: cut apart and hand out. Page &P of &N
invite-qr-file-name = QR codes to print
invite-qr-caption =
    { $stream }: not entered yet – { $count }.

    Cards on A4 pages, 12 on each: open in Excel, print, cut apart and hand out in person. Each code lets one person in.
