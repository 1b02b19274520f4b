# Who runs the cooperative, by name.
roll-offices = Who runs the cooperative
roll-offices-now = In office today
roll-offices-none = Nobody is entered as being in office today.
roll-offices-before = Offices that are over
roll-offices-differ = The central register says otherwise:
roll-offices-unknown = The central register does not know who runs this cooperative.
roll-offices-here = Here:
roll-offices-ask = Ask that the central register say so too
roll-appoint = Appoint somebody
roll-function-president = President
roll-function-vice_president = Vice-president
roll-function-manager = Manager
roll-function-director = Director
roll-function-treasurer = Treasurer
roll-function-secretary = Secretary
roll-function-board_member = Member of the board
roll-outsider = Somebody who is not a member, as director
roll-office-since = Since
roll-office-until = until { $day }
roll-office-ends = { PLURAL($n) ->
    [0] ends today
    [one] ends in { $n } day
   *[other] ends in { $n } days
}
roll-office-term-over = term over: not in office since { $day }
roll-office-ended = ended on { $day }
roll-office-left = left the cooperative on { $day }
roll-office-end = End this office
roll-papers = Papers
roll-paper-appointed = Appointment
roll-paper-ended = End
roll-warn-managers = There are { $number } managers, and { $least } are asked for at most.
roll-warn-managers-members = Managers run a cooperative of fewer than { $least }, and this one has { $number }: a board is asked for.
roll-warn-managers-turnover = Managers run a cooperative whose turnover is below { $least }, and the last accounts say { $number }: a board is asked for.
roll-warn-board-min = The board has { $number } members, and { $least } are asked for at least.
roll-warn-board-max = The board has { $number } members, and { $least } are asked for at most.
roll-warn-board-multiple = The board has { $number } members, and their number should be a multiple of { $least }.
roll-warn-term = A term on the board lasts { $least } at most: this one would end on { $until }.
roll-field-function = Office
roll-field-holder = Who
roll-field-outsider = Of a director who is no member: full name
roll-field-outsider_number = Of a director who is no member: number of the national identity card
roll-field-until = Last day of the term
roll-field-until-note = May be left empty if no end is set.
roll-wrong-function = Choose the office.
roll-wrong-holder = Choose a member; only a director may be somebody else.
roll-wrong-no-member = This person was not a member on this day.
roll-wrong-until = The last day of the term comes after its first.
roll-wrong-president = There is a president in that time: end that office first.
roll-wrong-office-twice = This person holds this office in that time already.
roll-wrong-outsider = This person is known here already: choose from the list.
roll-wrong-before-office = The office had not begun on this day.

# What was decided about who was excluded.
roll-excluded-ground = Exclusion: ground
roll-excluded-notice = Exclusion: formal notice received on
roll-excluded-reason = Exclusion: why
roll-wrong-no-exclusion = A ground, a formal notice or a reason is of an exclusion only: choose that, or leave them empty.
