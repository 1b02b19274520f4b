# The roll.
roll-title = Members’ roll
roll-now = Members today
roll-gone = Who has left
roll-none = No roll is kept yet: the register knows this cooperative’s members as numbers at most. A roll is opened with all members at once, on one day.
roll-private = Only the cooperative, its delegation and auditors see names. Each look is noted.
roll-picture = Members by sex and age
roll-members = Members
roll-women = Women
roll-men = Men
roll-young = Under 35
roll-young-one = under 35
roll-sex-unknown = Sex not known
roll-legal-persons = Legal persons
roll-unknown = Nothing more known
roll-age-young = under 35
roll-age-older = 35 or older
roll-age-unknown = age not known
roll-shares = Shares
roll-capital = Share capital
roll-paid-up = Capital paid up
roll-share = Value of a share
roll-since = Member since
roll-shares-count = { PLURAL($n) ->
    [one] { $n } share
   *[other] { $n } shares
}
roll-erased = A member whose data were erased
roll-nameless = A member without a name
roll-person = Person
roll-legal = Legal person
roll-female = Woman
roll-male = Man
roll-choose = Choose

# A member.
roll-member = Member
roll-known = What is known
roll-history = What happened
roll-admitted = Admitted
roll-left = Left
roll-took = Took { $shares }
roll-reimbursed = Was paid back { $shares }
roll-got = Got { $shares } from { $name }
roll-gave = Gave { $shares } to { $name }
roll-leave = The member leaves
roll-why-withdrew = Withdrew
roll-why-excluded = Excluded
roll-why-died = Died, or was dissolved
roll-why-transferred = Transferred all shares
roll-reimburse = The cooperative pays them back

# A change, looked through before it is recorded.
roll-admit = Admit a member
roll-effect = What this would do
roll-effect-what = What
roll-effect-before = Before
roll-effect-after = After
roll-look = See what this would do
roll-look-again = Look again
roll-look-note = Nothing is recorded before you have seen what it does.
roll-record = Record
roll-stops = Not possible
roll-warns = Mind
roll-warn-members = There would be { $number } left, and { $least } are asked for. The cooperative would not be in order until others are admitted: its standing shows it, and the delegation sees it.
roll-warn-capital = The capital would be { $number }, less than { $least }. Let somebody take over the shares, or have others subscribed first.
roll-unvalued-capital = The register does not know the capital, so nobody can say what a share is worth. Ask the delegation to have it entered.
roll-unvalued-shares = Of some members nobody has said how many shares they hold, so nobody can say what a share is worth.
roll-unvalued-uneven = The capital in the register is not as many equal shares as members hold. Ask the delegation to have the capital corrected.
roll-unvalued-admit = Members can be admitted all the same. Leave the number of shares empty.

# Fields.
roll-field-who = Person or legal person
roll-field-name = Full name
roll-field-name_fr = Name in Latin letters
roll-field-identity_number = Number of the national identity card
roll-field-born_on = Date of birth
roll-field-sex = Sex
roll-field-phone = Telephone
roll-field-phone-note = May be left empty.
roll-field-shares = Shares
roll-field-paid = New shares
roll-paid-yes = are paid in full now
roll-paid-no = are paid later
roll-field-on = On
roll-field-paper = Paper that says it
roll-field-paper-note = Such as the minutes of the meeting, with their date. Write no names.
roll-field-why = Why
roll-field-to = The shares

# What is wrong.
roll-wrong-name = Write the name.
roll-wrong-identity = The number of an identity card is one or two letters and five or six digits, such as AB123456.
roll-wrong-born = Write the date of birth, a day before the admission.
roll-wrong-sex = Choose woman or man.
roll-wrong-phone = Write a telephone number, such as 06 12 34 56 78.
roll-wrong-shares = Write how many shares: a whole number, from 1 to a million.
roll-wrong-day = Write the day.
roll-wrong-future = This day is still to come.
roll-wrong-before = The cooperative was not in the register on this day.
roll-wrong-paper = Say on which paper it stands.
roll-wrong-twice = This member is on the roll already.
roll-wrong-why = Choose why the member leaves.
roll-wrong-order = Something happened to the member after this day: write that day or a later one.
roll-wrong-to = Choose another member of the roll.
roll-wrong-transferred = Choose who got the shares.
roll-wrong-last = The last member cannot leave: ask for the dissolution of the cooperative.
roll-wrong-closed = No roll is kept yet.
roll-wrong-conflict = Somebody else has changed something meanwhile. Look at it again; what you typed is still there.

# Many at once.
roll-open = Open the roll
roll-open-lead = Enter all members at once. From the day you choose, the register counts the members on the roll, and no longer the number that was declared.
roll-import = Admit by a table
roll-import-lead = Who is new in the table is admitted. Who is on the roll already stays as is, and nobody leaves because a table leaves them out.
roll-import-new = { PLURAL($n) ->
    [one] { $n } new member
   *[other] { $n } new members
}
roll-import-unchanged = { PLURAL($n) ->
    [one] { $n } on the roll already
   *[other] { $n } on the roll already
}
roll-import-bad = What must be mended
roll-import-row = Row
roll-import-column = Column
roll-import-seen = What stands there
roll-import-right = What would be right
roll-import-more = There is more: the file of these rows has everything.
roll-import-mend = Mend the rows in the table below, or take them as a file, mend that and send everything again. Nothing is recorded while a row is wrong.
roll-import-rejects = These rows as a file
roll-share-would = A share would be worth { $amount }.
roll-template = An empty table to fill in
roll-pdf = To be printed and signed
roll-xlsx = As a workbook
roll-print-on = As of { $day }
roll-print-note = This list is personal data. Keep it where only those see it who must.
roll-field-file = File, CSV or XLSX
roll-field-table = Or the table itself
roll-field-table-note = Copied from a spreadsheet, with the names of the columns in the first line: name, identity_number, born_on, sex, shares; also who, name_fr, phone.
roll-field-since = Member since
roll-field-left = Left
roll-field-at = No.
roll-field-signature = Signature
roll-wrong-who = Write person or legal.
roll-wrong-row = The row has another number of fields than there are columns, or something is missing.
roll-wrong-row-born = Write the date of birth as 31/12/1980, a day before the admission.
roll-wrong-row-twice = Another row says something else of the same member.
roll-wrong-table = This is no table. Send CSV or XLSX, or paste rows of a spreadsheet.
roll-wrong-columns = Columns are missing: name and shares at least.
roll-wrong-too-long = At most 5,000 rows are taken at once.
roll-wrong-too-large = The file is too large: at most 2 MB.

# Shares that move, and exclusions.
roll-move = Shares: take, give, pay back
roll-name = Who it is
roll-save = Save
roll-nobody = Nobody
roll-deed-take = Takes some more
roll-deed-give = Gives some to another member
roll-deed-back = Is paid back some
roll-shares-new = They are new
roll-ground-none = No exclusion
roll-ground-unpaid = Called shares were not paid
roll-ground-other = Another ground of the statutes
roll-warn-notice = Formal notice gives { $least } to pay: until { $until }. An exclusion for it takes effect after that day.
roll-field-deed = What happens
roll-field-receiver = To whom they go, if given
roll-field-from = The shares
roll-field-from-note = An heir takes over the shares of who died: first admit the heirs, on the day of the death, then let the member leave.
roll-field-why-note = No article was found that says how long before a withdrawal must be announced: look in the statutes.
roll-field-ground = Of an exclusion: the ground
roll-field-notice_on = Of an exclusion: formal notice received on
roll-field-reason = Of an exclusion: why, in words
roll-wrong-deed = Choose what happens to the shares.
roll-wrong-all = Fewer than the member holds can be given or paid back: who keeps none leaves.
roll-wrong-held = The member does not hold as many shares.
roll-wrong-ground = An exclusion needs its ground.
roll-wrong-notice = Write the day on which the member received formal notice.
