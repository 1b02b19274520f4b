# The titles of the articles, in their order.
founding-statutes-title-form = Form and law
founding-statutes-title-name = Name
founding-statutes-title-object = Object
founding-statutes-title-seat = Seat and area of membership
founding-statutes-title-duration = Duration
founding-statutes-title-dealings = Dealings with members
founding-statutes-title-members = Members
founding-statutes-title-admission = Admission
founding-statutes-title-withdrawal = Withdrawal and death
founding-statutes-title-exclusion = Exclusion
founding-statutes-title-capital = Share capital
founding-statutes-title-shares = Shares
founding-statutes-title-payment = Payment of shares
founding-statutes-title-meetings = General meetings
founding-statutes-title-notice = Notice and minutes
founding-statutes-title-votes = Right to vote
founding-statutes-title-organ = Management
founding-statutes-title-accounts = Financial year and annual accounts
founding-statutes-title-reserves = Reserves
founding-statutes-title-surplus = Use of the surplus
founding-statutes-title-auditor = Auditor
founding-statutes-title-dissolution = Dissolution and liquidation
founding-statutes-title-disputes = Disputes
founding-statutes-title-land = Collective land

# What the articles say, paragraph by paragraph.
founding-statutes-text-form-law = Those who sign these statutes, and those who join them later, form a cooperative governed by Law 112-12 on cooperatives, by the texts made for its application and by these statutes.
founding-statutes-text-form-person = It becomes a legal person by its registration in the register of cooperatives.
founding-statutes-text-name = The cooperative bears the name that the Office for the Development of Cooperation has approved: { $name }.
founding-statutes-text-name-other = In Arabic this name is written: { $name_ar }.
founding-statutes-text-name-used = It stands on all deeds and documents that the cooperative sends to others.
founding-statutes-text-object = The object of the cooperative is: { $object }
founding-statutes-text-object-activity = Its activity belongs to this branch: { $activity }.
founding-statutes-text-object-means = It carries out all operations that serve this object, in keeping with the cooperative principles.
founding-statutes-text-seat = The seat of the cooperative is in { $seat }.
founding-statutes-text-seat-area = It takes members in this area: { $area }.
founding-statutes-text-seat-moved = The seat is moved and the area is changed by a decision of the extraordinary general meeting.
founding-statutes-text-duration = The cooperative is founded for { $duration } from its registration.
founding-statutes-text-duration-changed = The extraordinary general meeting may extend this time, or decide on dissolution before its end.
founding-statutes-text-dealings = The cooperative deals with its members as follows:
founding-statutes-text-dealings-supplies = – its members supply it with goods or services, which it sells, if need be after working them up.
founding-statutes-text-dealings-serves = – it supplies its members with goods or services.
founding-statutes-text-dealings-employs = – it gives its members paid work.
founding-statutes-text-dealings-open = – ……………
founding-statutes-text-dealings-booked = Dealings with each member are entered in that member’s account in the books of the cooperative, apart from dealings with others.
founding-statutes-text-members = Any natural or legal person whose activity or needs fit the object of the cooperative and who belongs to its area of membership may become a member.
founding-statutes-text-members-founders = At its foundation the cooperative consists of { $founders }.
founding-statutes-text-members-least = It cannot be founded by fewer than { $members_min }.
founding-statutes-text-admission = An application to join is made in writing to the management, which answers with a decision that gives its reasons. Whoever is refused may turn to the next ordinary general meeting.
founding-statutes-text-admission-entered = Whoever is admitted signs the statutes, subscribes shares and is entered in the register of members.
founding-statutes-text-withdrawal = A member may withdraw by telling the management in writing. Withdrawal takes effect at the end of the current financial year; it does not free the member from earlier commitments.
founding-statutes-text-withdrawal-paid = A member who leaves has a right to the amount paid on the shares, less a part of the losses. There is no right to the reserves.
founding-statutes-text-withdrawal-heirs = On death this right passes to the heirs; an heir who meets the conditions of membership may ask to take the place of the deceased.
founding-statutes-text-exclusion = A member is excluded in the cases and by the procedure of article 20 of Law 112-12.
founding-statutes-text-exclusion-unpaid = This holds for a member who was called upon by registered letter to pay shares that were called, and has not done so within { $called_share_paid_within } of receiving it.
founding-statutes-text-exclusion-waived = The ordinary general meeting may waive the recovery of what remains due.
founding-statutes-text-exclusion-heard = The member is told the reasons in writing and invited to answer before the decision.
founding-statutes-text-capital = The share capital is { $capital }, that is { $shares } of { $share } each, fully subscribed.
founding-statutes-text-capital-least = It cannot be less than { $capital_min }.
founding-statutes-text-capital-changed = It grows by the admission of members or by new subscriptions, and shrinks by the repayment of the shares of members who leave.
founding-statutes-text-shares = Shares are registered in a name and indivisible.
founding-statutes-text-shares-least = The value of a share cannot be less than { $share_min }.
founding-statutes-text-shares-kept = Shares can be neither traded nor seized. They are transferred only under the conditions of article 28 of Law 112-12.
founding-statutes-text-shares-member = Each member subscribes at least { $shares_least }, in proportion to the dealings that the member undertakes to have with the cooperative. This number is raised as these dealings grow.
founding-statutes-text-payment-first = Of shares in money, at least { $paid_at_subscription_min } of their value is paid at subscription.
founding-statutes-text-payment-rest = The management calls the rest, at once or in parts, within { $paid_in_full_within } at most of registration or of the increase of the capital.
founding-statutes-text-payment-kind = Shares in kind are paid in full, after a valuation set down in a report.
founding-statutes-text-payment-blocked = Sums received are blocked, within { $cash_blocked_within } of receipt, in a bank account in the name of the cooperative.
founding-statutes-text-meetings = The general meeting brings together all members; its decisions bind all of them, the absent ones too.
founding-statutes-text-meetings-yearly = The ordinary general meeting is held at least once a year, within { $meeting_within } of the end of the financial year.
founding-statutes-text-meetings-decides = It decides on the accounts, puts the surplus to use and appoints the persons of the management.
founding-statutes-text-meetings-extraordinary = Only the extraordinary general meeting may amend these statutes or dissolve the cooperative.
founding-statutes-text-notice = Members are called in writing at least { $notice } before the meeting. The notice says place, day, hour and agenda.
founding-statutes-text-notice-papers = During this time the accounts, the reports and the text of the proposed resolutions lie open to members at the seat.
founding-statutes-text-notice-minutes = Deliberations are set down in signed minutes, which are kept at the seat with the list of those present.
founding-statutes-text-votes = Each member has one vote, whatever the number of shares.
founding-statutes-text-votes-equal = No share gives a further vote or a privilege.
founding-statutes-text-organ-open = The cooperative is run by: ……………
founding-statutes-text-organ-managers = The cooperative is run, as managers, by { $persons } chosen among the members and appointed by the ordinary general meeting for a renewable term of { $term }.
founding-statutes-text-organ-managers-most = There are no more managers than { $managers_max }.
founding-statutes-text-organ-board = The cooperative is run by a board of directors of { $persons }, chosen among the members and elected by the ordinary general meeting for a term of { $term }. The board elects its president from among its directors.
founding-statutes-text-organ-board-size = The number of directors is a multiple of { $board_multiple_of_number }, from { $board_min_number } to { $board_max_number }.
founding-statutes-text-organ-board-renewed = The board is renewed by thirds; directors whose term has ended may be elected again.
founding-statutes-text-organ-powers = The management represents the cooperative and acts in its name, within its object and the powers kept for the general meeting. It accounts for its management to the ordinary general meeting.
founding-statutes-text-accounts-year = The financial year ends each year on { $year_end }. The first one begins on the day of registration.
founding-statutes-text-accounts = At its end the management draws up the inventory and the annual accounts and makes its report.
founding-statutes-text-accounts-filed = The annual accounts are filed with the clerk of the court of first instance of the seat within { $accounts_filed_within } of the ordinary general meeting.
founding-statutes-text-reserves = The reserves of the cooperative can never be shared out among members.
founding-statutes-text-reserves-kept = This holds for every reserve, as long as the cooperative lives and when a member leaves.
founding-statutes-text-surplus = The ordinary general meeting puts the net surplus of the financial year to use in this order:
founding-statutes-text-surplus-legal = – { $legal_reserve } to the legal reserve, until it equals the share capital;
founding-statutes-text-surplus-education = – { $education_reserve } to the reserve for cooperative education and training;
founding-statutes-text-surplus-rest = – the rest, as the meeting decides, to other reserves or to the members, in proportion to the dealings of each with the cooperative and not to the number of shares.
founding-statutes-text-auditor = The ordinary general meeting appoints an auditor when the turnover without tax reaches { $auditor_turnover_from }.
founding-statutes-text-auditor-free = It may appoint one in any other case.
founding-statutes-text-auditor-reports = The auditor checks that the accounts are regular and reports to the general meeting.
founding-statutes-text-dissolution = The cooperative is dissolved at the end of its time, by a decision of the extraordinary general meeting or by a judgment. The meeting or the court appoints one or more liquidators.
founding-statutes-text-dissolution-rest = Once debts are paid and the amount paid on shares is returned, what remains passes to another cooperative or to a union of cooperatives, and is not shared out among members.
founding-statutes-text-disputes = Any dispute that arises from these statutes, among members or between a member and the cooperative, goes first to conciliation, if need be with the help of a union of cooperatives.
founding-statutes-text-disputes-court = Failing agreement, it goes to the court of the seat of the cooperative.
founding-statutes-text-land = The founders use land of this soulaliyate community: { $community }. The cooperative uses it only within the limits and under the conditions of the decision that grants its use.
founding-statutes-text-land-kept = This land remains the community’s: the cooperative neither brings it into the capital, nor transfers it, nor gives it as security.
founding-statutes-text-land-ended = If the use ends or changes, the management tells the members and calls the general meeting without delay.

# Numbers within the text.
founding-statutes-years = { PLURAL($n) ->
    [one] { $n } year
   *[other] { $n } years
}
founding-statutes-months = { PLURAL($n) ->
    [one] { $n } month
   *[other] { $n } months
}
founding-statutes-days = { PLURAL($n) ->
    [one] { $n } day
   *[other] { $n } days
}
founding-statutes-persons = { PLURAL($n) ->
    [one] { $n } person
   *[other] { $n } persons
}
founding-statutes-shares = { PLURAL($n) ->
    [one] { $n } share
   *[other] { $n } shares
}
founding-statutes-end-1 = 31 January
founding-statutes-end-2 = the last day of February
founding-statutes-end-3 = 31 March
founding-statutes-end-4 = 30 April
founding-statutes-end-5 = 31 May
founding-statutes-end-6 = 30 June
founding-statutes-end-7 = 31 July
founding-statutes-end-8 = 31 August
founding-statutes-end-9 = 30 September
founding-statutes-end-10 = 31 October
founding-statutes-end-11 = 30 November
founding-statutes-end-12 = 31 December

# The questions: what is asked, why, and how to answer.
founding-statutes-label-object = What will the cooperative do?
founding-statutes-why-object = The object fixes what the cooperative may do and who may become a member.
founding-statutes-hint-object = A whole sentence, with a full stop at its end.
founding-statutes-label-area = Where will members come from?
founding-statutes-why-area = The area of membership says who may ask to join.
founding-statutes-hint-area = For example a commune, several villages or a province.
founding-statutes-label-duration_years = For how many years is the cooperative founded?
founding-statutes-why-duration_years = At the end of this time it is dissolved, unless the extraordinary general meeting extends it.
founding-statutes-hint-duration_years = A number of years.
founding-statutes-label-organ = Who will run it?
founding-statutes-why-organ = Managers suit a small cooperative, a board of directors a larger one.
founding-statutes-hint-organ = How many persons there are comes from the project.
founding-statutes-label-term_years = For how many years are they appointed?
founding-statutes-why-term_years = At the end of the term the general meeting appoints anew.
founding-statutes-hint-term_years = A number of years.
founding-statutes-label-shares_min = How many shares does a member take at least?
founding-statutes-why-shares_min = The statutes fix this number in proportion to the member’s dealings with the cooperative.
founding-statutes-hint-shares_min = A number that everybody in the area can pay for.
founding-statutes-label-notice_days = How many days before a meeting are members called?
founding-statutes-why-notice_days = Everybody needs time to read the accounts and to come.
founding-statutes-hint-notice_days = A number of days.
founding-statutes-label-legal_reserve_percent = How much of the surplus goes to the legal reserve?
founding-statutes-why-legal_reserve_percent = This reserve protects the cooperative in bad years; it is never shared out.
founding-statutes-hint-legal_reserve_percent = A number from 0 to 100, in per cent.
founding-statutes-label-education_reserve_percent = How much of the surplus goes to education and training?
founding-statutes-why-education_reserve_percent = This reserve pays for the training of members and of those who run the cooperative.
founding-statutes-hint-education_reserve_percent = A number from 0 to 100, in per cent.
founding-statutes-label-year_end_month = When does the financial year end?
founding-statutes-why-year_end_month = The time for the yearly meeting runs from this day.
founding-statutes-hint-year_end_month = On 31 December, unless the season of work asks for another day.
founding-statutes-law = { $rule }: { $value }
founding-statutes-choose = Choose…
founding-statutes-organ-managers = Managers
founding-statutes-organ-board = Board of directors
founding-statutes-save = Save the answers

# What is wrong.
founding-statutes-wrong-missing = An answer is missing: { $field }
founding-statutes-wrong-least = Give a number of at least 1: { $field }
founding-statutes-wrong-percent = Give a number from 0 to 100: { $field }
founding-statutes-wrong-whole = The two reserves together take more than the whole surplus.
founding-statutes-wrong-managers = There are more managers than the rule says: { $threshold } at most.
founding-statutes-wrong-board-few = There are fewer directors than the rule says: { $threshold } at least.
founding-statutes-wrong-board-many = There are more directors than the rule says: { $threshold } at most.
founding-statutes-wrong-board-multiple = The number of directors is not a multiple of { $number }.
founding-statutes-wrong-term = The term is longer than the rule says: { $threshold } at most.
founding-statutes-wrong-notice = Notice is shorter than the rule says: { $threshold } at least before the meeting.
founding-statutes-wrong-legal-reserve = The legal reserve gets less than the rule says: { $threshold } at least.
founding-statutes-wrong-education-reserve = The reserve for education gets less than the rule says: { $threshold } at least.
founding-statutes-wrong-text = The text has characters that cannot be printed: delete them.
founding-statutes-wrong-answer = The answer is too long: at most 1,000 characters.
founding-statutes-wrong-long = The article is too long: at most 4,000 characters.
founding-statutes-wrong-organ = Choose managers or a board of directors.
founding-statutes-wrong-month = Choose a day of the list.

# The articles on screen and on paper.
founding-statutes-document = Statutes
founding-statutes-heading = Article { $number } – { $title }
founding-statutes-demanded = Demanded by
founding-statutes-changed = Written by the founders
founding-statutes-flagged = Written otherwise: to compare
founding-statutes-compare = The founders wrote this article otherwise. To compare with what the law demands:
founding-statutes-in-ar = in Arabic
founding-statutes-in-fr = in French
founding-statutes-in-en = in English
founding-statutes-elsewhere-ar = The founders wrote this article otherwise in Arabic:
founding-statutes-elsewhere-fr = The founders wrote this article otherwise in French:
founding-statutes-elsewhere-en = The founders wrote this article otherwise in English:
founding-statutes-law-demands = What the law demands:
founding-statutes-composed = The model says:
founding-statutes-otherwise = Write it otherwise
founding-statutes-own = The text of this article
founding-statutes-own-note = Empty the field to return to the model. Your text holds only in the language of this page.
founding-statutes-own-demanded = The law demands a part of this text: other words are pointed out to whoever examines the file, in whichever language they read.
founding-statutes-own-save = Save this article
founding-statutes-note-changed = Article written by the founders.
founding-statutes-note-demanded = Article written by the founders. To compare with what the law demands:
founding-statutes-draft = Draft: answers are missing, or one cannot be accepted. Not to be signed.
founding-statutes-as-of = By the rules in force on { $day }
founding-statutes-signatures = Signatures of the founders
founding-statutes-made = Made in { $seat }, on ……………………………
founding-statutes-sign-number = No.
founding-statutes-sign-name = First and last name
founding-statutes-sign-shares = Number of shares
founding-statutes-sign-signature = Signature
