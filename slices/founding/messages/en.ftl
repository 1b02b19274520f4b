# What it is called in the menu, and the guide.
founding-menu = Founding
founding-role-clerk = Court clerk
founding-guide = Found a cooperative: from an idea to the register
founding-guide-lead = Six steps. What you write is kept: stop and come back whenever you like, alone or with the help of the delegation.
founding-guide-begin = Begin my project
founding-guide-note = Every number here comes from the table of the rules of the law.
founding-step-sheet = Project sheet
founding-step-name = Name
founding-step-founders = Founders
founding-step-statutes = Statutes
founding-step-capital = Capital
founding-step-filing = File
founding-step-sheet-needs = Your idea, the commune of the seat, the activity, and what the cooperative will do for its members.
founding-step-sheet-why = The seat decides which delegation approves the name and which court registers; the form of the application names category, seat and court.
founding-step-name-needs = Up to three names, the dearest first.
founding-step-name-why = The delegation approves a name before anything else.
founding-step-founders-needs = Of each: who it is, how many shares, what is brought in kind, and the signature or confirmation.
founding-step-founders-why = The cooperative belongs to its members: each has one vote, however many shares.
founding-step-statutes-needs = Your answers: the object, who runs it and for how long, the reserves. The text follows article by article.
founding-step-statutes-why = They are the rules by which the cooperative lives. It is not constituted before all founders have signed them.
founding-step-capital-needs = The value of a share, the bank’s certificate of deposit and, for contributions in kind, the valuation report.
founding-step-capital-why = The capital is wholly subscribed. A part of the shares in cash is paid and blocked in a bank; what is brought in kind is valued.
founding-step-filing-needs = The other steps done, the minutes of the founding meeting and the receipt of the local authority.
founding-step-filing-why = By this file the clerk of the court of first instance of the seat registers.
founding-step-court = Court: the local register
founding-step-court-needs = Nothing from you, unless the clerk returns the file: you correct it and hand it in again.
founding-step-court-why = The clerk of the court of first instance of the seat examines the file and keeps the local register.
founding-step-register = Office: the central register
founding-step-register-needs = Nothing from you: the court sends the copy of the file, the delegation enters the cooperative.
founding-step-register-why = The central register holds all cooperatives; anyone can ask for an extract of it.

# What people should know of a part of the way.
founding-ahead-needs = What is needed
founding-ahead-why = Why
founding-ahead-days = In how many days
founding-ahead-next = Then
founding-ahead-free = No rule sets a time: you take the time you need.
founding-ahead-takes = { $rule }: { $value }
founding-ahead-end = The cooperative is registered: its founders are its members.
founding-then = What follows once it is handed in

# How far a step is.
founding-progress = Steps done
founding-progress-done = Done
founding-progress-waits = Waits for a decision
founding-progress-until = Answer until { $day }
founding-progress-returned = Returned: to be corrected
founding-progress-ready = Ready to be handed in
founding-progress-missing = { PLURAL($n) ->
    [one] { $n } thing is missing
   *[other] { $n } things are missing
}

# One’s projects.
founding-mine = My projects
founding-mine-none = No project yet.
founding-new = New project
founding-begin = Begin
founding-on-paper = On paper
founding-enter-on-paper = I enter it for founders who came with their papers
founding-waiting = { PLURAL($n) ->
    [one] { $n } request waits for a decision
   *[other] { $n } requests wait for a decision
}
founding-waiting-none = Nothing waits for your decision.
founding-filed = Filed on
founding-until = until
founding-closed = The file is with whoever decides: nothing is changed until it comes back.
founding-done = The cooperative is registered:
founding-give-up = Give up the project
founding-give-up-note = The project is deleted, and everything known of its founders is erased. There is no way back.
founding-save = Save
founding-next = Next step:
founding-choose = Choose
founding-missing = What is missing here
founding-missing-all = What the file lacks
founding-rules = What the law says

# What is missing.
founding-missing-idea = The idea of the project
founding-missing-place = The commune of the seat
founding-missing-branch = The activity
founding-missing-categories = What the cooperative does for its members
founding-missing-name = A name approved by the delegation
founding-missing-name_expired = The approval of the name has expired ({ $value })
founding-missing-founders = Fewer founders than { $value }
founding-missing-shares = A share at least for every founder
founding-missing-signed = The signature of every founder, with the paper
founding-missing-runners = Who among the founders will run the cooperative
founding-missing-share = The value of a share
founding-missing-share_min = A share is worth less than { $value }
founding-missing-capital_min = The capital is less than { $value }
founding-missing-paid = Less than { $value } of the shares in cash is paid
founding-missing-paid_more = More is paid than the shares in cash are worth
founding-missing-deposit = The bank and the certificate of deposit
founding-missing-report = The report on the value of contributions in kind
founding-missing-minor = A founder is younger than { $value }
founding-missing-community = A founder holds collective land: name the community
founding-missing-legal = The number and the representative of each legal person
founding-missing-kind = What is brought in kind, with its value
founding-missing-kind_worth = A contribution in kind is not worth as much as the shares taken for it
founding-missing-land = The reference in the list of right holders and the plot of each founder
founding-missing-blocked = The money was deposited more than { $value } after the first payment
founding-missing-deposit_days = The day of the first payment and that of the deposit
founding-missing-signed_scan = The signed papers are not attached: take them to the court
founding-missing-deposit_scan = The certificate of deposit is not attached: take it to the court
founding-missing-report_scan = The valuation report is not attached: take it to the court
founding-advice = to check

# Fields.
founding-field-title = What do you call your project?
founding-field-idea = The idea
founding-field-idea-note = What you will make or do, for whom, and with what.
founding-field-place = Commune of the seat
founding-field-place-note = Write the name; if several communes have it, you will choose.
founding-field-branch = Activity
founding-field-categories = What it does for its members
founding-field-type = Type
founding-field-community = Community with collective (soulaliyate) land
founding-field-community-note = Only if the founders hold rights in collective land (law 62-17).
founding-field-ar1 = First choice, in Arabic
founding-field-fr1 = First choice, in French
founding-field-ar2 = Second choice, in Arabic
founding-field-fr2 = Second choice, in French
founding-field-ar3 = Third choice, in Arabic
founding-field-fr3 = Third choice, in French
founding-field-who = Natural or legal person
founding-field-name = Full name
founding-field-identity_number = Number of the national identity card
founding-field-born_on = Date of birth
founding-field-sex = Sex
founding-field-cash_shares = Shares in cash
founding-field-kind_shares = Shares in kind
founding-field-runs = Running it
founding-field-signed = The paper that was signed
founding-field-signed-note = For example: minutes of the founding meeting of…
founding-field-legal_number = ICE or register number
founding-field-legal_number-note = Of a legal person only. An ICE has 15 digits.
founding-field-representative = Who represents it
founding-field-representative-note = Of a legal person only: the full name of whoever signs for it.
founding-field-kind_what = What is brought in kind
founding-field-kind_what-note = For example: ten hives and an extractor.
founding-field-kind_value = Value of the contribution, in dirhams
founding-field-first_paid_on = Day of the first payment
founding-field-deposited_on = Day of the deposit in the bank
founding-field-land_list = List of right holders
founding-field-land_list-note = The reference of the list, with the founder’s number in it.
founding-field-land = Plot
founding-field-land-note = The plot and its surface.
founding-field-object = Object of the cooperative
founding-field-organ = Who runs it
founding-field-term = Length of a term, in years
founding-field-share = Value of a share, in dirhams
founding-field-capital = Capital
founding-field-paid = Paid in cash, in dirhams
founding-field-bank = Bank
founding-field-deposit = Certificate of deposit
founding-field-deposit-note = Number and date of the certificate.
founding-field-report = Report on contributions in kind
founding-field-minutes = Minutes of the founding meeting
founding-field-receipt = Receipt of the local authority
founding-field-receipt-note = A copy of the file is lodged with the caïd or pasha against a receipt.
founding-field-local_number = Number in the local register
founding-field-entered_on = Day of entry in the local register

# Names.
founding-names = Proposed names
founding-name-hand-in = Ask for approval
founding-alike = Names that are alike
founding-alike-none = No name is like it.
founding-alike-granted = approved for another project

# Founders.
founding-founders-count = { PLURAL($n) ->
    [one] { $n } founder
   *[other] { $n } founders
}
founding-founders-private = These data are sealed, and every reading of them is noted.
founding-founder-add = Add a founder
founding-founder-change = Change
founding-person = Natural person
founding-female = woman
founding-male = man
founding-legal = Legal person
founding-represented = represented by
founding-runs = Manager or director
founding-minor = Under age
founding-born = born
founding-shares = { PLURAL($n) ->
    [one] { $n } share
   *[other] { $n } shares
}
founding-signed = signed:
founding-unsigned = has not signed yet
founding-edit = Change
founding-remove = Take out

# Capital.
founding-follows = What the shares make
founding-follows-cash = In cash
founding-follows-kind = In kind
founding-follows-capital = Capital
founding-follows-value = Value of contributions in kind

# What is handed in, and decisions.
founding-filing-hand-in = Hand in the file at the court
founding-submissions = What was handed in
founding-submission-name = Request for approval of a name
founding-submission-filing = File for registration
founding-submission-entry = Entry in the central register
founding-decided-open = Waiting
founding-decided-returned = Returned
founding-decided-refused = Refused
founding-decided-accepted = Accepted
founding-file = What the project says
founding-decision = Decision
founding-reason = Reason
founding-reason-give = Reason (needed to return or refuse)
founding-accept-name = Approve the chosen name
founding-accept-filing = Enter in the local register
founding-accept-entry = Register the cooperative
founding-return = Return
founding-refuse = Refuse
founding-entry-note = By accepting you register the cooperative: its founders become members, the capital is subscribed, those who run it are appointed, and figures count one more.
founding-granted-name = Approved name
founding-granted-number = Number of the certificate
founding-granted-on = Date
founding-granted-until = Valid until
founding-registered-number = Register number
founding-to-cooperative = The page of the cooperative

# What was wrong.
founding-wrong-title = Give the project a name.
founding-wrong-place = No commune is called { $value }.
founding-wrong-places = Several communes are called { $value }: choose one.
founding-wrong-branch = Choose an activity from the list.
founding-wrong-name = Write one name at least.
founding-wrong-no-place = First choose the commune of the seat: its delegation approves the name.
founding-wrong-founder = Write the full name.
founding-wrong-identity = The number of the card: one or two letters, then 5 or 6 digits.
founding-wrong-born = Give a date of birth in the past.
founding-wrong-sex = Choose the sex.
founding-wrong-number = Give the ICE or the register number of the legal person.
founding-wrong-ice = “{ $value }” is no ICE: it has 15 digits, and the last two check the others.
founding-wrong-representative = Write the full name of whoever represents the legal person.
founding-wrong-deposited = The deposit does not come before the first payment: check both days.
founding-wrong-twice = Another founder has the same number of the card.
founding-wrong-paper = Name the paper.
founding-wrong-missing = Something is still missing: see the list.
founding-wrong-conflict = The project was changed meanwhile. What you wrote is still here: check it, then save again.
founding-wrong-closed = The file is with whoever decides: nothing can be changed now.
founding-wrong-reason = Give a reason.
founding-wrong-choice = Choose one of the names.
founding-wrong-local = Give the number in the local register.
founding-wrong-entered = Give a day that has come.
founding-wrong-decided = Somebody else has decided already.
founding-wrong-unready = The file is not whole: name or seat is missing.
founding-files-founders = Papers the founders signed
founding-files-deposit = The bank’s certificate of deposit
founding-files-valuation = Valuation report of contributions in kind
founding-files-capital = Attached before certificate and report were kept apart: attach each at its place
founding-files-filing = Minutes and receipt
founding-confirm-ask = Have it confirmed by own account
founding-confirm-hand-on = Send this link to the founder: they sign in with their own account and confirm.
founding-confirm-link = Link
founding-confirm-once = The link is good for seven days and works once. A new link voids this one.
founding-confirm-title = Confirm that you are a founder
founding-confirm-lead = “{ $value }” counts you among its founders. Read what you bring in and the statutes, then confirm.
founding-confirm-brings = What you bring in
founding-confirm-note = By confirming you accept the statutes and undertake to bring in these shares.
founding-confirm = I confirm
founding-confirmed = confirmed by own account on
founding-wrong-not-you = This is not the number of the founder for whom this link is meant.
founding-wrong-other-founder = This account has confirmed for another founder of this project: each founder confirms with their own.
founding-confirm-over = This link is no longer good
founding-confirm-over-next = It was used, it is older than seven days, or the project was handed in. Ask whoever prepares the project for another one.
founding-certificate = Name certificate
founding-certificate-ar = Name in Arabic
founding-certificate-fr = Name in French
founding-certificate-check-how = Scan the code or open the address: the page says whether the name is still kept.
founding-certificate-code = Code by which the name certificate is checked
founding-certificate-attests = The delegation granted this name to the founders and keeps it for them until the day that is given.
founding-certificate-share = Page on which it is checked
founding-certificate-holds = On { $day } this name is kept for its founders.
founding-certificate-holds-not = On { $day } this certificate does not hold
founding-certificate-over = Its time is over: the name is not kept any more.
founding-certificate-taken = The name was taken by the cooperative
founding-certificate-gone = The founders gave up, or this name was not granted here.

# Who a founder is by an account of their own.
founding-field-own = Your own account
founding-field-own-note = Whoever opened the project and is this founder confirms by saving: they accept the statutes and undertake to bring in these shares.
founding-own = This is me, and I confirm
founding-lapsed = What was confirmed changed on { $day }: must confirm anew
founding-lapsed-own = What you had confirmed as a founder changed on { $day }. Read it again, and confirm by saving your own entry among the founders.
founding-lapsed-yours = What you had confirmed as a founder changed on { $day }. Read it again and confirm by the link that you were sent; if it is older than seven days, ask whoever prepares the project for another one.
founding-lapsed-tag = to be confirmed anew
founding-wrong-own = Only a natural person confirms by an account.
founding-wrong-helps = Whoever helps with a project does not confirm for a founder.
founding-wrong-read-anew = The project was changed while you read it. Read it again, then confirm.
founding-entry-nobody = None of those who will run this cooperative has confirmed by an account of their own: once it is registered, nobody acts for it here until somebody is given the mandate.

# A decision that others took meanwhile.
founding-meanwhile = { $who } was faster: { $what }, on { $day }.
founding-meanwhile-somebody = Somebody else
founding-meanwhile-typed = What you had typed, which was not taken
founding-wrong-entered-before = The file was handed in on { $value }: it was not entered before that day.
founding-wrong-refuse-entry = The court has entered it: it can be returned for correction, not refused.

# Helpers.
founding-helpers = Who helps
founding-helpers-lead = A helper at a delegation or a youth platform can fill in the project with you.
founding-helpers-none = Nobody helps with this project.
founding-helpers-invite = Invite a helper
founding-helpers-sees = A helper sees and changes all of the project: also names, card numbers and dates of birth of the founders. Every reading is noted in the helper’s name. A helper does not decide, invites nobody and cannot delete the project. You can take the right back at any time.
founding-helpers-make = Make a link
founding-helpers-hand-on = Send this link to the helper: they sign in with their own account and agree.
founding-helpers-once = The link is good for seven days and works once.
founding-helpers-since = helps since
founding-helpers-asked = Invited, has not agreed yet
founding-helpers-until = link good until
founding-helpers-end = Take back
founding-helping = You help
founding-invited = You are asked to help founders
founding-invited-lead = Those who found “{ $value }” ask you to walk the path with them.
founding-invited-note = If you agree, you see and change the project, also what is known of its founders. Every reading is noted and they see it. Founders see your name. You then do not decide about this project.
founding-invited-agree = I agree
founding-wrong-invited = You have a part in this project already: the link is for somebody else.

# The messages. { $project } is the project, { $name } the name that was granted, { $day } its last day.
founding-letter-lapsed-subject = { $project }: to be confirmed anew
founding-letter-lapsed = You had confirmed that you found “{ $project }”. What you had confirmed (the statutes, or your shares) has changed since: your confirmation does not hold any more.
founding-letter-lapsed-how = Read it again and confirm anew by this link. It is good for seven days; after that, ask whoever prepares the project for another one.
founding-notice = { $project }: { $what } – { $decided }
founding-notice-says = What was handed in for the project “{ $project }” is decided. { $what }: { $decided }. The page says why and what comes next.
founding-letter-ending-subject = { $name }: name kept until { $day }
founding-letter-ending = The name “{ $name }”, granted to your project, is kept until { $day }. After that, it is not kept any more.
founding-letter-ending-how = Hand in the file by then, or ask for a name again:

# A name that waits, and names that others have or ask for.
founding-alike-asked = asked for by another project on { $day }, which waits
founding-name-waits = The names are with the delegation: they stay as they are until it decides, or until you take the request back.
founding-wrong-name-waits = The names are with the delegation: take the request back first, then change them.
founding-wrong-name-taken = A cooperative has this name, or it was granted to other founders: choose another one, or return the request.

# Taking back what was handed in.
founding-withdraw = Take it back
founding-withdraw-note = Whoever decides will not see it any more. You can change everything, and hand it in again.
founding-withdrawn = Taken back by { $who } on { $day }.
founding-decided-withdrawn = Taken back
founding-wrong-withdraw-entry = The court sent this copy: founders do not take it back.

# A file that the court entered before.
founding-entered-note = It stands in the local register under number { $number }, since { $day }. It can be mended, not given up; what you change is shown to the clerk.
founding-wrong-entered-keeps = The court has entered it under number { $value }: it can be mended, not given up.
founding-changed = What was changed since the court entered it
founding-changed-nothing = Nothing that stands in the file was changed.
founding-changed-unknown = What the file said then was not kept here: compare it with the one at the court.
founding-changed-what = What
founding-changed-before = It said
founding-changed-now = It says now
founding-changed-gone = Somebody who is no founder any more

# What the rules ask of a file.
founding-kept = What the rules ask, and what is there
founding-kept-rule = Rule
founding-kept-asked = Asked
founding-kept-is = There
founding-kept-there = There:
founding-kept-verdict = Kept?
founding-kept-yes = kept
founding-kept-no = not kept

# A court of which no clerk uses Twiza.
founding-filing-on-paper = No clerk of your court uses Twiza: carry the papers to the court. Once it has entered them, bring the paper copy to the delegation, which records the entry here.
founding-record = Record the entry
founding-record-note = No clerk of this court uses Twiza. Record from the paper copy what the court entered, and attach its scan.
founding-field-court = Court that entered it
founding-field-scan = Scan of the paper copy
founding-files-court = Paper copy of the court
founding-wrong-court = Say which court entered it.
founding-wrong-record-only = Only what the court entered is recorded from paper; what it returns or refuses, it tells the founders itself.

# What was decided.
founding-decided-last = Decided last
