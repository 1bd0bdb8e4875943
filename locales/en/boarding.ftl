boarding-button-in = I am on the bus
boarding-button-out = I am not going
boarding-button-not-in = I am not on the bus, not going
boarding-button-sure = Yes, I am not going
boarding-button-into = I am on { $bus }, { $time }
boarding-button-into-back = I am on { $bus }
boarding-button-excursion = About the excursion
boarding-button-list = Bus list
boarding-button-buses = ‹ Buses
boarding-button-hand = Mark by hand
boarding-button-everybody = ‹ Everybody listed
boarding-button-anew = Refresh
boarding-button-tick = Here: { $name }
boarding-button-left = The bus has left
boarding-button-stands = The bus has not left yet
boarding-button-call = Call those missing
boarding-button-back = Way back
boarding-button-way-there = The way there
boarding-button-way-back = The way back
boarding-button-hand-in = On the bus
boarding-button-hand-out = Not going
boarding-button-hand-none = Take the mark back

boarding-label-missing = missing: { $name }
boarding-label-in = here: { $name }
boarding-label-out = not going: { $name }

boarding-excursion = { $title }: { $day }, { $time } ({ $zone })
boarding-gathering = Meet at: { $place }
boarding-guide = Guide: { $name }, { $phone }
boarding-contact = Contact: { $contact }
boarding-duty = Duty phone: { $phone }
boarding-no-bus = without a bus

boarding-reply-aboard = <b>Noted: you are on the bus.</b> { $bus }
boarding-reply-aboard-already = You are marked as on the bus already: { $bus }. Once is enough.
boarding-reply-staying = <b>Noted: you are not going.</b> Nobody will wait for you.
boarding-reply-staying-already = Noted already: you are not going. If you change your mind, press “I am on the bus”.
boarding-reply-given-back = <b>Your place is given back: you are not going.</b> If you change your mind, sign up again while there are places.
boarding-reply-sure = <b>Not going, are you sure?</b> If you signed up for the place, it is offered to somebody else at once, and you may not get it back.
boarding-reply-too-early = <b>Boarding has not begun yet:</b> it opens at { $opens }, departure at { $time }. { $bus }
boarding-reply-left = <b>The bus has left already</b> (departure { $time }): { $bus }. Call, so that they wait or tell you how to get there.
boarding-reply-which-bus = <b>Which bus are you on?</b> Choose it below.
boarding-reply-no-room = <b>There is no room left on this bus:</b> { $bus }
boarding-others = Not left yet, with room:

boarding-bus-leaves = <b>The bus leaves in { $left }!</b> { $bus } – you are not on it yet.
boarding-bus-leaves-now = <b>The bus is leaving!</b> Departure was at { $time }. { $bus } – you are not on it yet.
boarding-loose-leaves = <b>The buses leave in { $left }!</b> You have not said that you are here, and no bus is yours yet: ask which one to take.
boarding-loose-leaves-now = <b>The buses are leaving!</b> Departure was at { $time }. You have not said that you are here, and no bus is yours yet: ask which one to take.
boarding-loose-called = <b>They are waiting for you at the buses.</b> No bus is yours yet: ask which one to take.
boarding-foot-called = <b>They are waiting for you.</b> Say so when you are here.
boarding-loose-back = <b>The way back: boarding has begun.</b> No bus is yours yet: ask which one to take. Say so when you are on it.
boarding-foot-back = <b>The way back: gathering has begun.</b> Say so when you are here.
boarding-bus-called = <b>They are waiting for you on the bus.</b> { $bus }
boarding-bus-back = <b>The way back: boarding has begun.</b> { $bus }. Say so when you are on it.
boarding-opened = <b>Boarding is open.</b> { $bus }, departure at { $time }. The list shows who is missing.

boarding-counts = <b>On the bus { $aboard } of { $expected }, missing { $missing }, { $staying ->
    [one] not going { $staying }
   *[other] not going { $staying }
}</b>
boarding-counts-foot = <b>Here { $aboard } of { $expected }, missing { $missing }, { $staying ->
    [one] not going { $staying }
   *[other] not going { $staying }
}</b>
boarding-bus-line = <b>{ $bus }</b>
boarding-about = There: { $day }, departure at { $time } ({ $zone })
boarding-about-late = There: { $day }, departure was at { $time } ({ $zone }); nobody has said that the bus has left
boarding-about-back = The way back: { $day }
boarding-left-there = There: the bus left at { $time } ({ $zone })
boarding-left-back = Back: the bus left at { $time } ({ $zone })
boarding-missing-title = Missing ({ $count }):
boarding-missing-line = { $number }. { $name }
boarding-missing-phone = { $number }. { $name }, { $phone }
boarding-staying-line = Not going: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
boarding-helped-line = Marked by an assistant: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
boarding-by-hand = { $bus }: everybody on the list. Press somebody to mark them.
boarding-rider-missing = <b>Missing:</b> { $name }
boarding-rider-in = <b>On the bus:</b> { $name }
boarding-rider-out = <b>Not going:</b> { $name }
boarding-by-self = Said so at { $time }
boarding-by-assistant = Marked by an assistant at { $time }: { $name }
boarding-by-staff = Marked by hand at { $time }: { $name }
boarding-phone = Phone: { $phone }
boarding-no-buses = <b>You have no buses now.</b> They appear here 18 hours before they leave.
boarding-buses-title = <b>Buses: { $count }</b>
boarding-no-more = <b>You do not guide this bus any more.</b> The programme has changed.
boarding-not-listed = This person is not on the list of this bus any more. Open the list again.
boarding-call-done = Calling those missing: { $count }. { $phone ->
    [0] The messages are on their way.
   *[other] The bot cannot write to { $phone } more: phone them, the numbers are on the list.
}
boarding-call-phone = The bot cannot write to any of those missing ({ $phone }). Phone them, the numbers are on the list.
boarding-call-nobody = There is nobody to call: everybody is marked.

error-boarding-no-place = You have no place on this excursion. If signing up is open, take one on its card.
error-boarding-not-there = You did not ride there with us, so you are not on the list for the way back. Tell the guide.
error-boarding-cancelled = The excursion is cancelled.
error-boarding-over = This excursion is over.
error-boarding-back-ahead = Boarding for the way back has not begun: the guide will open it.
error-boarding-nothing = There is no boarding now: you have no place on any excursion soon.
error-boarding-ahead = Boarding of this bus has not begun yet.
error-boarding-not-open = Boarding of this bus is closed already.

notices-kind-bus-leaves = The bus leaves
notices-kind-bus-calls = The guide calls
notices-kind-ride-back = Boarding for the way back
notices-kind-boarding-opened = Boarding is open
settings-always-bus-leaves = places on excursions and boarding
settings-always-bus-calls = places on excursions and boarding
settings-always-ride-back = places on excursions and boarding
settings-always-boarding-opened = places on excursions and boarding
setting-title-bus-leaves = “The bus leaves” – how many minutes before
setting-about-bus-leaves = How many minutes before the departure those are called who have not said that they are on the bus. It comes in quiet hours too and cannot be muted. 0 means never.
command-bus = my bus: who is on it, who is missing

boarding-button-attendance = Attendance
boarding-button-attendances = ‹ Past excursions
boarding-attendances-title = <b>Past excursions: { $count }</b>
boarding-attendances-none = <b>There has been no excursion yet.</b>
boarding-attendance-line = { $number }. { $day }: { $title } – { $aboard } of { $expected } were there
boarding-attendance-title = <b>{ $aboard } of { $expected } were there</b>, { $staying } said they would not go, { $missing } without a mark
boarding-attendance-person = { $name } – { $state }
boarding-state-in = was there
boarding-state-out = said they would not go
boarding-state-missing = no mark
boarding-whose-self = themselves
boarding-whose-assistant = marked by an assistant
boarding-whose-staff = marked by hand
people-attendance = Excursions: was on { $been } of { $count }
people-attendance-line = { $day }: { $title } – { $state }

exports-attendance = Attendance
exports-attendance-name = Attendance { $day }.xlsx
exports-attendance-caption = Attendance of the past excursions of your streams. It holds phone numbers: keep it as personal data. The file does not update itself.
exports-attendance-written = Attendance exported: { $path }
exports-column-day = Day
exports-column-excursion = Excursion
exports-column-bus = Bus
exports-column-there = There
exports-column-marked = Marked (venue’s time)
exports-column-by-whom = Marked by
exports-column-back = Back

boarding-foot-aboard = <b>Noted: you are here.</b>
boarding-foot-aboard-already = You are marked as here already. Once is enough.
boarding-foot-staying-already = Noted already: you will not be here. If you changed your mind, press “I am here”.
boarding-button-not-here = I am not here, not going
boarding-foot-too-early = <b>It is too early:</b> you can say so from { $opens }, beginning at { $time }.
boarding-foot-left = <b>The group has left already</b> (beginning at { $time }). Call, so that they wait or tell you the way.
boarding-button-here = I am here
boarding-by-hand-only = Marked by hand at { $time }
