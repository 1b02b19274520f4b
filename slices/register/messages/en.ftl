# What is counted: its name, then its definition.
register-measure-cooperatives = Cooperatives
register-measure-registrations = Registrations
register-measure-removals = Removals
register-measure-members = Members
register-measure-womens_cooperatives = Women’s cooperatives
register-measure-share_capital = Share capital
register-measure-members_funds = Members’ funds
register-measure-turnover = Turnover
register-measure-surplus = Surplus
register-measure-employees = Employees
register-definition-cooperatives = Cooperatives in the register: from the day of registration until the day before they are struck off or merged. Dormant ones and those in liquidation count; the status tells them apart. A cooperative that left on an unknown day counts on none.
register-definition-registrations = Cooperatives entered in the register, on the day of registration.
register-definition-removals = Cooperatives struck off the register or merged into another, on the day they left.
register-definition-members = Memberships of registered cooperatives: counted from the roll of members where one is kept, else as last declared. Who belongs to two cooperatives counts twice. Young: under 35.
register-definition-womens_cooperatives = Registered cooperatives all of whose members are women.
register-definition-share_capital = Subscribed share capital of registered cooperatives.
register-definition-members_funds = Members’ funds (equity) of registered cooperatives, as in the last accounts filed.
register-definition-turnover = Turnover of a financial year, on the day on which the accounts take effect (the year’s end, or the day that a list’s profile names).
register-definition-surplus = Surplus of a financial year before tax; negative if it was a loss. On the same day as the turnover.
register-definition-employees = Employees of registered cooperatives, as in the last accounts filed.

# By what.
register-dimension-sector = Sector
register-dimension-branch = Branch
register-dimension-type = Type
register-dimension-level = Level
register-dimension-status = Status
register-dimension-listed = Known one by one
register-dimension-sex = Sex
register-dimension-age = Age
register-dimension-person = Person
register-dimension-womens = Women’s
register-dimension-youth = Young people’s
register-dimension-graduates = Graduates’
register-dimension-collective_land = Of collective land
register-value-type-producer = producers’
register-value-type-worker = workers’
register-value-type-consumer_user = consumers’ or users’
register-value-type-multi_stakeholder = multi-stakeholder
register-value-level-cooperative = cooperative
register-value-level-union = union
register-value-level-federation = federation
register-value-status-active = active
register-value-status-dormant = dormant
register-value-status-in_liquidation = in liquidation
register-value-status-removed = removed
register-value-listed-listed = one by one
register-value-listed-group = as a group
register-value-sex-female = women
register-value-sex-male = men
register-value-sex-not_applicable = legal persons
register-value-age-young = under 35
register-value-age-older = 35 and over
register-value-age-not_applicable = legal persons
register-value-person-natural = natural persons
register-value-person-legal = legal persons
register-value-womens-yes = yes
register-value-womens-no = no
register-value-youth-yes = yes
register-value-youth-no = no
register-value-graduates-yes = yes
register-value-graduates-no = no
register-value-collective_land-yes = yes
register-value-collective_land-no = no

# Acts: what happened.
register-act-registered = Registered
register-act-renamed = Renamed
register-act-identified = ICE assigned
register-act-seat_moved = Seat moved
register-act-activity_changed = Activity changed
register-act-membership_declared = Membership declared
register-act-member_admitted = Member admitted
register-act-member_left = Member left
register-act-shares_moved = Shares moved
register-act-capital_subscribed = Capital subscribed
register-act-capital_increased = Capital increased
register-act-capital_reduced = Capital reduced
register-act-capital_paid_up = Capital paid up
register-act-organ_appointed = Organ appointed
register-act-general_meeting_held = General meeting held
register-act-accounts_filed = Accounts filed
register-act-declared_dormant = Declared dormant
register-act-declared_active = Active again
register-act-dissolved = Dissolved
register-act-struck_off = Struck off
register-act-merged = Merged
register-act-figures_published = Figures published
register-told-persons = { PLURAL($n) ->
    [one] { $n } person
   *[other] { $n } persons
}
register-told-members = { PLURAL($n) ->
    [one] { $n } member
   *[other] { $n } members
}
register-told-women = { PLURAL($n) ->
    [one] { $n } woman among them
   *[other] { $n } women among them
}
register-told-organ-managers = managers
register-told-organ-board = board of directors
register-told-meeting-ordinary = ordinary
register-told-meeting-extraordinary = extraordinary
register-told-present = { PLURAL($n) ->
    [one] { $n } present or represented
   *[other] { $n } present or represented
}
register-told-approved = accounts approved
register-told-year = financial year { $year }
register-told-turnover = turnover { $amount }
register-told-non_members = of which { $amount } with others than members
register-told-legal_reserve = legal reserve { $amount }
register-told-education_reserve = education and training { $amount }
register-told-auditor_report = auditor’s report
register-told-into = into { $into }

# The directory and a cooperative’s page.
register-menu = Cooperatives
register-directory = Directory of cooperatives
register-search = Search
register-search-hint = Name, product, commune…
register-filters = Chosen filters
register-filter-off = Remove this filter
register-found-none = Try fewer words, or remove a filter.
register-near = Did you mean:
register-womens = Women’s
register-real = Real
register-since = since
register-more = More
register-list-as = This list:
register-name-ar = Name (Arabic)
register-name-fr = Name (French)
register-map = Where they lie
register-communes = Communes with the most of them
register-as-list = As a list
register-as-map = On the map
register-narrow = Look closer
register-wrong-long = Write at most 500 characters.
register-on-day = On { $day }
register-known-on = as known on { $day }
register-known-now = as known today
register-today = See today
register-not-registered = On this day this cooperative is not in the register.
register-merged-into = It was merged into
register-number = No.
register-registered-on = Registered on
register-ice = ICE
register-acts = Its acts
register-where = Where its seat is
register-known = As known on
register-known-hint = Acts recorded after this day do not count.
register-as-data = As data
register-characteristic-graduates = Graduates’
register-characteristic-collective_land = Of collective land
register-origin-real = Real cooperative
register-origin-synthetic = Made up for the demonstration
register-found = { PLURAL($n) ->
    [one] { $n } cooperative
   *[other] { $n } cooperatives
}
register-more-values = { PLURAL($n) ->
    [one] { $n } more
   *[other] { $n } more
}
register-act-count = { PLURAL($n) ->
    [one] { $n } act
   *[other] { $n } acts
}

# The register as open data.
register-dataset-cooperatives = Register of cooperatives
register-dataset-cooperatives-about = One line for each cooperative as it is now, those that have left the register included. Nothing about persons.
register-field-cooperatives-number = The number in the register, never given twice.
register-field-cooperatives-ice = The enterprise number (ICE), 15 digits.
register-field-cooperatives-place = The code of the finest known place of the seat, as in the table of territories.
register-field-cooperatives-origin = In a demo country only: whether the cooperative exists outside it.
register-field-cooperatives-registered_on = The day of registration; empty if nobody knows.
register-field-cooperatives-removed = Whether it has left the register.
register-field-cooperatives-removed_on = The day on which it left; empty if nobody knows.
register-field-cooperatives-members = How many members it has; empty if nobody knows.

register-wrong-choice = “{ $value }” is no possible value.

# The desk.
register-role-agent = Agent of a delegation
register-role-manager = Manager of a cooperative
register-desk = Desk
register-desk-none = Nothing waits for a decision.
register-together = Minutes of general meetings
register-together-lead = These minutes change no figure: several can be accepted at once. Each is recorded by itself, in your name.
register-together-choose = The minutes that you have read
register-together-look = Open
register-together-accept = Accept those that are chosen
register-together-none = Choose at least one request.
register-together-some = Some were not recorded; why is said beside them.
register-together-alone = This request is decided by itself.
register-together-some-wait = { PLURAL($n) ->
    [one] { $n } minutes of a general meeting
   *[other] { $n } minutes of general meetings to accept together
}
register-desk-decided = Decided of late
register-ask = Ask for a change
register-requests = Requests for a change
register-request-new = New request
register-requests-before = Earlier requests
register-requests-none = No request yet.
register-request-filed = filed on
register-request-effective = takes effect on
register-request-file = File the request
register-request-open = open
register-request-returned = returned
register-request-refused = refused
register-request-accepted = accepted
register-request-reason = Reason
register-request-since = Recorded since the request was filed
register-field-name_ar = Name in Arabic
register-field-name_fr = Name in French
register-field-place = Commune (name or code)
register-field-sector = Sector
register-field-branch = Branch
register-field-women = Women
register-field-women_young = of whom under 35
register-field-men = Men
register-field-men_young = of whom under 35
register-field-legal_persons = Legal persons
register-field-amount = Amount in dirhams
register-field-status = Status
register-field-effective_on = Takes effect on
register-field-document = Paper
register-field-document-note = For example: minutes of the general meeting of …
register-effect-cooperative = What changes of the cooperative
register-effect-figures = What changes of figures
register-effect-what = What
register-effect-before = Now
register-effect-after = Once accepted
register-effect-none = Nothing changes.
register-decision = Decision
register-decision-reason = Reason (needed to return or refuse)
register-decision-accept = Accept and record
register-decision-return = Return
register-decision-refuse = Refuse
register-field-ground = Ground in law
register-field-into = Register number of the cooperative that goes on
register-ground-none = Choose
register-ground-liquidation_closed = Liquidation closed
register-ground-court = Decision of a court
register-ground-transformed = Transformation or division
register-ground-vanished = No trace of it any more
register-wrong-ground = Choose the ground for striking off.
register-wrong-into = Write the number of another cooperative that is registered, such as KEN-000123.
register-four-eyes = A striking off is entered by one agent and decided by another: another agent of the delegation, or headquarters.
register-due = What is due
register-due-none = Nothing is due.
register-due-members = Find more members: there are fewer than the law asks for
register-due-capital = Raise the share capital: it is less than the law asks for
register-due-paid_up = Have the rest of the subscribed shares paid up
register-due-term = Appoint the managers or the board anew
register-due-certificate = The certificate of good standing expires
register-due-meeting = Hold the general meeting about the accounts of { $year }
register-due-accounts = File the accounts of { $year }
# { $about } is what the finding is about.
register-due-finding = Mend what a visit found: { $about }
register-due-call = to be called by
register-due-until = until
register-due-now = now
register-due-more = { PLURAL($n) ->
    [one] one more
   *[other] { $n } more
}
register-due-late = { PLURAL($n) ->
    [one] overdue for { $n } day
   *[other] overdue for { $n } days
}
register-field-year = Financial year
register-field-turnover = Turnover in dirhams
register-field-surplus = Surplus in dirhams (negative: a loss)
register-field-members_funds = Members’ funds in dirhams
register-field-assets = Total assets in dirhams
register-field-liabilities = Total equity and liabilities in dirhams
register-field-employees = Employees
register-field-organ = Who runs it
register-field-persons = How many persons
register-field-until = Until
register-field-meeting = General meeting
register-field-present = Members present or represented
register-field-approved = The accounts of the financial year are approved
register-field-held_on = Held on
register-answer-yes = yes
register-answer-no = no
register-field-non_members = Of which dealings with others than members, in dirhams
register-field-legal_reserve = Put aside for the legal reserve, in dirhams
register-field-education_reserve = Put aside for education and training, in dirhams
register-field-auditor_report = An auditor’s report is attached
register-breach-legal_reserve_min = Legal reserve: { $said }; the rule asks for at least { $asked }, until the reserve equals the capital.
register-breach-education_reserve_min = Education and training: { $said }; the rule asks for at least { $asked }.
register-breach-non_members_max = Dealings with others than members: { $said }; the rule permits at most { $asked }.
register-breach-auditor_turnover_from = Turnover: { $said }; from { $asked } on an auditor’s report is asked for.
register-breach-nothing = nothing is said
register-wrong-breach = A confirmed rule does not permit it: see the law in figures.
register-wrong-meeting = Choose the ordinary or the extraordinary meeting.
register-wrong-meeting-year = On the day of the meeting the financial year { $value } was not over yet.
register-wrong-present = Write how many members were present or represented.
register-wrong-present-many = { $value } present or represented: the cooperative has not so many members.
register-wrong-approved = Only the ordinary meeting approves accounts.
register-wrong-before-registration = The cooperative was not registered yet on { $value }.
register-wrong-year = Write a financial year that is over, as 2025.
register-wrong-turnover = Write the turnover of the year, 0 if there was none.
register-wrong-organ = Choose managers or board.
register-wrong-until = The term ends before it begins.
register-wrong-persons = Write how many persons, one at least.
register-wrong-kind = Choose the kind of request from the list.
register-wrong-name = Write the name in Arabic or in French.
register-wrong-place = Choose a commune of the list or write its code.
register-wrong-branch = Choose a branch of the list.
register-wrong-amount = Write a whole amount in dirhams above zero.
register-wrong-effective = Write a day that has come, as 2026-12-31.
register-wrong-document = Name the paper on which the request stands.
register-wrong-text = At most 200 characters.
register-wrong-reason = Write the reason, in at most 2,000 characters.
register-wrong-decision = Accept, return or refuse.
register-wrong-decided = Somebody else has decided about this request already.
register-wrong-conflict = Somebody else recorded something on this cooperative meanwhile: see what has changed, then decide. What you wrote is kept.
register-request-waits = { PLURAL($n) ->
    [one] waits for { $n } day
   *[other] waits for { $n } days
}
register-desk-open = { PLURAL($n) ->
    [one] { $n } request waits for a decision
   *[other] { $n } requests wait for a decision
}
# The room of the cooperative: its standing, and the certificate of good standing.
register-members-roll = Members’ roll
register-acting = Who acts for it here
register-room = The cooperative’s room
register-standing = Good standing
register-standing-good = In good standing on { $day }
register-standing-good-why = The cooperative is active, and nothing that a confirmed rule asks for is overdue.
register-standing-get = Certificate of good standing (PDF)
register-standing-share = Show it online
register-standing-would-hold = Made today, it holds until { $day }; anyone can check it.
register-standing-last = The last certificate that was made holds until { $day }.
register-standing-not-good = Not in good standing on { $day }
register-standing-refused = No certificate of good standing can be made. This is what is missing; each line leads to the form for it.
register-standing-dormant = The cooperative is recorded as dormant: ask your delegation to record that it is active again.
register-standing-in_liquidation = The cooperative is dissolved and being wound up: no more certificates are made for it.
register-standing-removed = The cooperative has left the register: no more certificates are made for it.
register-standing-warnings = Warnings
register-standing-warnings-why = No confirmed rule says so: good standing does not depend on it.
register-standing-to-come = To come
register-standing-met = What is as it should be
register-standing-met-members = Members enough
register-standing-met-capital = Share capital enough
register-standing-met-paid_up = Share capital fully paid up
register-standing-met-term = A term that goes on
register-standing-met-meeting = General meetings about the accounts of { $years }
register-standing-met-accounts = Accounts filed: { $years }
register-standing-unknown-members = The register does not know how many members it has.
register-standing-unknown-capital = The register does not know its share capital in dirhams.
register-standing-unknown-paid_up = The register does not know how much of the capital is paid up.
register-standing-certificate = Certificate of good standing
register-standing-attests = On { $day } this cooperative is in the register and active, and nothing that a confirmed rule of the register asks for is overdue.
register-standing-says = What the certificate says
register-standing-reference = Certificate No.
register-standing-on = In good standing on
register-standing-until = Holds until
register-standing-code = QR code that leads to the page on which this certificate is checked
register-standing-check = Check this certificate
register-standing-check-how = Scan this code: the page says whether the signature is good, and whether the certificate still holds today. Without a connection the signature can be checked with the published key. Only what the code holds counts.
register-standing-holds = On { $day } it holds: the cooperative is in good standing.
register-standing-holds-not = On { $day } it does not hold
register-standing-over = It holds until { $day }.
register-standing-later = It was made later, on { $day }.
register-standing-endless = It does not say until when it holds.
register-standing-lost = The cooperative is not in good standing on that day.
register-standing-other-journal = The register does not find in its journal what was signed on that day.
register-standing-ask-another = Ask the cooperative for a certificate of today.

register-calendar = Due days for your calendar (ICS)
register-reminders = Reminders by mail or SMS
register-calendar-name = Due days: { $name }
register-governance = Governance
register-governance-since = Since
register-governance-end = End
register-governance-open = The register does not know until when.
register-governance-soon = { PLURAL($n) ->
    [one] The term ends in { $n } day.
   *[other] The term ends in { $n } days.
}
register-governance-over = The term is over: appoint anew those who run the cooperative.
register-governance-replaced = replaced on { $day }
register-governance-none = The register does not know who runs this cooperative.
register-governance-names = The register says which organ runs the cooperative and of how many persons it is, never their names.
register-governance-offices = Who runs the cooperative, by name
register-governance-before = The organs before

# The extract of the register.
register-extract = Extract of the register of cooperatives
register-extract-get = Extract as PDF
register-extract-about = Signed, with a code that anyone can check.
register-extract-number = Register number
register-extract-line = Entry
register-extract-says = What the register says
register-extract-categories = Category
register-extract-place = Seat
register-extract-removed-on = Left the register on
register-extract-and = {" "}and{" "}
register-extract-code = QR code that leads to the page on which this extract is checked
register-extract-check = Check this extract
register-extract-check-how = Scan this code: the page says what this extract said, whether the signature is good, and what the register says today. Without a connection, the signature is checked by the published key. Only what the code holds counts.
register-extract-issued = Made on { $day }
register-category-supplies = members supply goods or services
register-category-serves = supplies goods or services to its members
register-category-employs = gives its members paid work
register-wrong-future = { $value } is still to come. Choose today or a day before.
register-wrong-not-yet = On { $value } this cooperative was not in the register yet. Choose a later day.

# Checking a proof.
register-verify = Check a document
register-verify-lead = An extract of the register and a certificate of good standing have a QR code. Scan it with your telephone, or paste its text or address here.
register-verify-proof = Text or address of the code
register-verify-hint = AF…
register-verify-do = Check
register-verify-where = In a PDF on a screen the code is a link too: click on it.
register-verify-refused = This is no valid proof
register-verify-damaged = A part of it is missing, or a letter was changed. Scan the code again, or paste the whole text. A proof has only the letters A to Z and the digits 2 to 7.
register-verify-newer = It was made by a later version of this program, which alone can read it.
register-verify-unknown-key = It says that it was signed with the key { $key }, which this register never had. It may come from another register: check it at the address that is printed on the document.
register-verify-forged = The key { $key } did not sign this: what it says was changed after it was signed, or was never signed. Do not rely on it, and ask for a new document.
register-verify-out-of-use = It says that it was made on a day on which the key { $key } was not in use. Do not rely on it, and ask for a new document.
register-verify-genuine = This document is genuine.
register-verify-signed = Made and signed by this register on { $day }, key { $key }.
register-verify-other-journal = The register does not find in its journal what was signed that day. Compare each line, and ask the office.
register-verify-changes = { PLURAL($n) ->
    [one] { $n } entry has changed.
   *[other] { $n } entries have changed.
}
register-verify-changes-why = The document was right on the day on which it was made; acts have been recorded or taken effect since.
register-verify-same = The register says the same on { $day }.
register-verify-beside = The document and the register side by side
register-verify-said = The document, on { $day }
register-verify-says = The register, on { $day }
register-verify-differs = different
register-verify-its-day = On the document’s day, with what is known today
register-verify-acts = The acts of this cooperative
register-verify-behind = What was signed
register-verify-journal = The journal stood at act no. { $seq }, whose hash begins with { $hash }.
register-verify-never = The register does not know this cooperative.
register-verify-offline = Without a connection
register-verify-offline-how = The code holds all that the document says, and an Ed25519 signature. Whoever keeps our public keys checks the signature without asking us, even if this site is gone. The format is public and does not change.
register-verify-key = Key
register-keys = Signing keys
register-keys-none = There is no key yet: the first one is made with the first extract.
register-keys-since = Since
register-keys-until = Until
register-keys-public = Public key (base64url)
register-keys-in-use = in use
register-keys-file = All keys as JSON (JWK)

# The law in figures
register-rules = The law in figures
register-rules-lead = Every number of the law on which this register leans, with its article and where it was read. A number that changes gets a second line; what was done before is judged by the one of its day.
register-rules-what = Rule
register-rules-value = Number
register-rules-where = Where it stands
register-rules-since = In force since
register-rules-unconfirmed = not confirmed
register-rules-unchecked = known, not checked yet
register-rules-unconfirmed-note = What is not confirmed is practice, or was read of an earlier law: it only warns. The articles in Arabic in the Official Bulletin are what counts.
register-rules-source = Read at
register-rules-file = The table as CSV
register-rule-members_min = Members, at least, at founding
register-rule-members_kept_min = Members, at least, ever after
register-rule-founder_age_min = Age of a founder, at least
register-rule-capital_min = Share capital, at least
register-rule-share_min = One share, at least
register-rule-paid_at_subscription_min = Paid of cash shares when they are subscribed, at least
register-rule-paid_in_full_within = Rest of the cash shares, paid after registration within
register-rule-cash_blocked_within = Cash received, put into the cooperative’s bank account within
register-rule-called_share_paid_within = Called shares, paid after formal notice within
register-rule-name_answered_within = Answer about a name, within
register-rule-name_valid_for = A name stays reserved for
register-rule-copies_filed = Application for registration, in
register-rule-file_entered_within = File, entered by the clerk in the local register within
register-rule-copy_sent_within = Copy of the file, sent by the clerk to the office within
register-rule-copy_entered_within = Copy of the file, entered by the office in the central register within
register-rule-meeting_within = General meeting, after the end of the financial year within
register-rule-accounts_filed_within = Yearly accounts, filed after the meeting within
register-rule-sections_members_above = Section meetings are allowed above
register-rule-managers_max = Managers, at most
register-rule-managers_members_below = Managers instead of a board, below
register-rule-managers_turnover_below = Managers instead of a board, turnover below
register-rule-board_min = Directors of a board, at least
register-rule-board_max = Directors of a board, at most
register-rule-board_multiple_of = Directors of a board, a multiple of
register-rule-board_term = Term of a director
register-rule-auditor_turnover_from = An auditor is needed from a turnover of
register-rule-legal_reserve_min = Of the surplus to the legal reserve, at least
register-rule-education_reserve_min = Of the surplus to education and training, at least
register-rule-non_members_max = Dealings with non-members, of turnover at most
register-rule-interest_max = Interest on shares, at most
register-rule-union_members_min = Cooperatives in a union, at least
register-rule-meeting_called_before = Meeting, called before its day by
register-rule-tax_exempt_turnover_max = Exempt from company tax, up to a turnover of
register-rule-tender_certificate_valid_for = Certificates for a public tender, younger than
register-rule-standing_certificate_valid_for = A certificate of good standing holds for
register-rule-first_visit_within = A cooperative is new to its delegation for
register-rule-request_decided_within = A request for a change is decided within
register-rule-reminded_after_mandate_for = Who acted last is still told what is due, while nobody acts, for
register-unit-persons = { PLURAL($n) ->
    [one] { $n } person
   *[other] { $n } persons
}
register-unit-cooperatives = { PLURAL($n) ->
    [one] { $n } cooperative
   *[other] { $n } cooperatives
}
register-unit-copies = { PLURAL($n) ->
    [one] { $n } copy
   *[other] { $n } copies
}
register-unit-days = { PLURAL($n) ->
    [one] { $n } day
   *[other] { $n } days
}
register-unit-months = { PLURAL($n) ->
    [one] { $n } month
   *[other] { $n } months
}
register-unit-years = { PLURAL($n) ->
    [one] { $n } year
   *[other] { $n } years
}
register-text-law-112-12 = law 112-12
register-text-decree-2-15-617 = decree 2-15-617
register-text-decree-2-22-431 = decree 2-22-431
register-text-general-tax-code = General Tax Code
register-article = { $text }, art. { $article }

# Why the register refuses an act.
register-refusal-not-registered = The cooperative { $number } is not registered.
register-refusal-registered-twice = The cooperative { $number } is registered already.
register-refusal-unreadable = What this act says cannot be read.
register-refusal-before-registration = { $day } is before the cooperative { $number } was registered, on { $other }.
register-refusal-gone = The cooperative { $number } no longer exists on { $day }: it left the register on { $other }.
register-refusal-gone-already = The cooperative { $number } has left the register already.
register-refusal-member-twice = Member { $member } is on the roll of members already.
register-refusal-no-member = Member { $member } is not on the roll of members.
register-refusal-shares = This number of shares cannot move so: { $n }. At least one share goes from a member to another, comes or goes.
register-refusal-shares-not-held = The shares held are { $held }, fewer than { $n }.
register-refusal-shares-left = The member still holds shares ({ $n }): transfer or reimburse them before the leaving.
register-refusal-currency = The capital is kept in another currency ({ $kept }) than the one given here ({ $given }).
register-refusal-capital-negative = The capital would be less than nothing.
register-refusal-more-paid-than-subscribed = More would be paid up ({ $paid }) than there is capital ({ $capital }).
register-refusal-more-present-than-members = { PLURAL($n) ->
    [one] { $n } present or represented: more than there are members ({ $members }).
   *[other] { $n } present or represented: more than there are members ({ $members }).
}
register-refusal-filed-twice = The accounts of { $year } are filed already: they must be voided first.
register-refusal-unbalanced = The balance sheet does not balance: { $assets } of assets, { $liabilities } of equity and liabilities.
register-refusal-nameless = A cooperative needs a name in Arabic or in French.
register-refusal-more-young-than-all = Those under 35 ({ $young }) are more than all together ({ $all }).
register-refusal-legal-person = A legal person has neither sex nor age.
register-refusal-meeting-without-year = An ordinary meeting is about a financial year: say which.
register-refusal-meeting-extraordinary = Only an ordinary meeting approves accounts.
register-refusal-negative = The number { $value } is less than nothing.
register-refusal-negative-amount = The amount { $value } is less than nothing.
register-refusal-too-many = The number { $value } is too large: at most { $most }.
register-refusal-too-much = The amount { $value } is too large: at most { $most }.
register-request-files = Papers behind the request
register-visit-files = Photos and papers of the visit
register-phrases = Frequent reasons to return or refuse
register-phrase-paper_missing = A paper is missing.
register-phrase-paper_unreadable = A paper cannot be read.
register-phrase-unsigned = A signature is missing.
register-phrase-day_wrong = The day is not right.
register-phrase-differs_from_paper = What was entered is not what the paper says.
register-phrase-meeting_irregular = The meeting was not held by the rules.
register-desk-came-back = Came back corrected
register-request-came-back = came back corrected
register-desk-projects = Creations to examine
register-desk-projects-all = All projects, and a new one from paper
register-desk-whom-all = All of them, by their score
register-desk-since = Recorded since yesterday
# The workbook of yearly accounts.
register-workbook = From a workbook
register-workbook-note = What the workbook says fills in the form above: look it through and send it.
register-workbook-template = An empty workbook to fill in (XLSX)
register-workbook-fill = Fill in the form
register-wrong-workbook = This is no workbook of accounts: take the empty one and fill it in.
register-wrong-workbook-rows = The workbook has one row, of one financial year.
# Names that could be taken for another.
register-alike = Names that are alike
register-alike-none = No name is like it.
register-alike-same = the same words
register-alike-sound = the same sound
register-alike-letters = one letter or two differ
register-alike-words = one holds the other
register-alike-kept = kept for founders to whom it was granted
register-wrong-name-kept = This name is kept for founders to whom it was granted: no cooperative takes it before that ends.
# A request about which somebody else was faster.
register-decision-typed = What you had written
register-request-decided-on = Decided on { $day }
# Withdrawing a request, correcting it, having an act voided.
register-request-withdrawn = withdrawn
register-request-voided = Voiding an act
register-request-removal_voided = Voiding a striking off
register-request-withdrawn-on = Withdrawn on { $day } by who filed it
register-request-withdraw = Withdraw the request
register-request-again = Correct and ask again
register-request-corrects = Corrects request no. { $id }, which was returned. Its papers stay attached.
register-request-files-before = Papers of the returned request no. { $id }
register-void-ask = Is an act wrong? Ask to have it voided
register-void-mistyped = Typing error
register-void-twice = Recorded twice
register-void-never = Never happened
register-void-other = Is about another cooperative
register-field-act = Act to void
register-field-why = Why it is wrong
register-wrong-act = Choose an act of this cooperative.
register-wrong-why = Choose why the act is wrong.
register-wrong-ice = “{ $value }” is not an ICE: it has 15 digits, with zeros at the beginning.
register-wrong-ice-check = “{ $value }” is not an ICE: its last two digits do not fit the others. Read it again on the certificate.
# What rules say of the state after a request.
register-effect-stops = A confirmed rule does not allow it
register-effect-due = Overdue from then on: { $what }
register-finding-members_kept_min = Members: { $number }; the rule asks for at least { $asked }.
register-finding-union_members_min = Members of the union: { $number }; the rule asks for at least { $asked }.
register-finding-capital_min = Share capital: { $number }; the rule asks for at least { $asked }.
register-finding-managers_max = Managers: { $number }; the rule allows at most { $asked }.
register-finding-managers_members_below = Members: { $number }; managers instead of a board do below { $asked }.
register-finding-managers_turnover_below = Turnover: { $number }; managers instead of a board do below { $asked }.
register-finding-board_min = Members of the board: { $number }; the rule asks for at least { $asked }.
register-finding-board_max = Members of the board: { $number }; the rule allows at most { $asked }.
register-finding-board_multiple_of = Members of the board: { $number }; the rule asks for a multiple of { $asked }.
register-finding-board_term = The term would end on { $until }; the rule allows at most { $asked }.
# What who filed a request gets by mail or SMS.
register-notice-accepted = Your request is accepted: { $what }
register-notice-accepted-says = Your request for the cooperative { $number } is accepted and recorded: { $what }.
register-notice-returned = Your request is returned: { $what }
register-notice-returned-says = Your request for the cooperative { $number } is returned: { $what }. Read the reason, correct it and ask again.
register-notice-refused = Your request is refused: { $what }
register-notice-refused-says = Your request for the cooperative { $number } is refused: { $what }. Read the reason.
register-refusal-unvoidable = Act no. { $act } is not voided so: a registration and a void stay, and a striking off is voided by a request of its own.
register-refusal-stood-on = Act no. { $act } cannot be voided: act no. { $by } stands on it. Have that one voided first.
register-refusal-roll-kept = The members’ roll is kept: its members count, and none are declared.
register-refusal-not-active = The cooperative was not active on that day.
register-refusal-not-dormant = The cooperative was not dormant on that day.
register-refusal-ice-taken = This ICE is that of the cooperative { $number }.
register-refusal-against-rule = A confirmed rule does not allow it: { $rule }.
