# What the frame of every page says.
web-skip = To the content
web-menu = Menu
web-about = About
web-motto = Every figure stands on acts.
web-languages = Languages
web-home = To the front page
web-licence = Data: CC BY 4.0.
web-demo = Demo: made-up data.
web-demo-more = But for a few real cooperatives, marked as such, nothing shown here exists.

# Problems: what is the matter, and what to do next.
web-problem-not-found = This page does not exist
web-problem-not-found-next = Check the address, or go on from the front page.
web-problem-method = This address cannot be used that way
web-problem-method-next = Go on from the front page.
web-problem-not-acceptable = These data are not available in that form
web-problem-not-acceptable-next = They can be had as JSON and as CSV.
web-problem-question = The question cannot be answered as it is put
web-problem-question-next = Below is what would be right.
web-problem-sign-in = Please sign in
web-problem-sign-in-next = This page is only for people who have an account.
web-problem-denied = You may not do that
web-problem-denied-next = It is not among your tasks. Whoever runs this site can give you the right to.
web-problem-second-factor = A second factor is asked for
web-problem-second-factor-next = Set one up in your account, or sign in with it.
web-problem-foreign = This came from another site
web-problem-foreign-next = Nothing was changed. Go to the page itself and send it again from there.
web-problem-too-often = Too many attempts
web-problem-too-often-next = Wait a while, then try again.
web-problem-conflict = Somebody else changed this meanwhile
web-problem-conflict-next = Look at what was recorded, then decide again.
web-problem-refused = The rules of the register do not allow this
web-problem-refused-next = Below is the rule.
web-problem-fault = Something went wrong on our side
web-problem-fault-next = Nothing that was recorded is lost. Try again in a moment.
# { $number } is what the log knows the fault by.
web-problem-number = If it happens again, tell us the number { $number }.

# Currencies, after an amount.
web-currency-mad = dirhams
web-currency-tnd = Tunisian dinars
web-currency-xof = CFA francs
web-currency-gbp = pounds sterling
web-currency-eur = euros

# Dimensions that every ledger has.
web-dimension-country = Country
web-dimension-region = Region
web-dimension-delegation = Delegation
web-dimension-province = Province or prefecture
web-dimension-commune = Commune
web-dimension-place = Place
web-dimension-year = Year
web-dimension-currency = Currency
web-unknown = unknown

# An act in a list.
web-told-voids = voids act no. { $seq }
web-told-day-unknown = date unknown
web-told-late = late act, recorded on
web-told-recorded = recorded on
web-told-number = act no. { $seq }
web-told-voided-by = voided by act no. { $seq }
web-act-voided = Act voided

# A parameter that is wrong.
web-wrong-once = Give it only once.
web-wrong-day = “{ $value }” is not a day of the calendar: write year, month and day, as in 2022-12-31.
web-wrong-known = Write a day as 2022-12-31, or an instant as 2022-12-31T10:00:00Z.
web-wrong-number = “{ $value }” is no number that is possible here.
web-wrong-line = Write one line, at most 200 characters.
web-wrong-text = At most 4,000 characters.
web-wrong-money = “{ $value }” cannot be read as an amount. Write it with two decimals at most, such as 1234.50.
web-wrong-flag = Write yes or no.
web-errors = Nothing was saved yet:
web-wrong-form = The form could not be read: send it again.
web-wrong-parameter = This page knows no such parameter.
web-wrong-file-none = Choose a file to send.
web-wrong-file-empty = The file is empty: choose another one.
web-wrong-file-long = The file is too large: at most { $value } MB. Scan in grey or at a lower resolution.
web-wrong-file-kind = This file is no PDF and no JPEG, PNG or WebP picture, or it is damaged. What counts is what it holds, not its name.
web-wrong-file-active = This PDF holds a program or other files: send the plain scan of the paper.
web-wrong-file-name = Rename the file: its name must hold no slash, no sign that does not show, and at most 150 characters.
web-wrong-file-infected = The virus scanner refuses this file. Check your device, then scan the paper again.
web-wrong-file-unscanned = Files cannot be examined at the moment: try again later.
web-file-pdf = PDF
web-file-jpg = JPEG picture
web-file-png = PNG picture
web-file-webp = WebP picture
web-file-size = { $value } KB
web-file-none = No file yet.
web-file-choose = File
web-file-add = Add a file: a scan or a photo
web-file-remove = Remove this file
web-file-send = Send the file
web-file-note = PDF, JPEG, PNG or WebP, at most { $value } MB. The place where a picture was taken is removed from it.
web-problem-near = Perhaps you are looking for
web-map-credit = © OpenStreetMap contributors
web-chart-other = Other
# A file that cannot be made: what is the matter, and what to do next.
web-problem-unpressed = PDF and PNG files cannot be made here
web-problem-unpressed-next = Print the page, take the drawing as SVG, or ask whoever runs this site to install twiza-press.
web-problem-busy = Many files are being made at the moment
web-problem-busy-next = Try again in a moment.
web-problem-too-much = This is too large for one file
web-problem-too-much-next = Choose a smaller part of it, or take it as a table.
web-gallery = Components
web-gallery-lead = Everything that pages are made of.

# Why the ledger says no.
web-refusal-conflict = Other acts were recorded on { $subject } meanwhile: nos { $acts }. Look at them, then decide again.
web-refusal-future = { $day } has not come yet: today is { $today }.
web-refusal-not-on-subject = Act no. { $act } cannot be voided: it does not belong to this file.
web-refusal-voided-already = Act no. { $act } cannot be voided: it is voided already.
web-refusal-void = A void names the act that it voids, and no other act does.
web-refusal-unknown-subject = This site keeps nothing under the name “{ $subject }”.
web-refusal-no-measure = There is no figure “{ $measure }”.
web-refusal-no-dimension = “{ $measure }” cannot be broken down by “{ $dimension }”.
web-refusal-twice = The same breakdown is asked for twice: ask for it once.
web-refusal-year = A year is chosen by its first and last day, not by a filter.
web-refusal-period = The period ends on { $day }, before it begins.
web-refusal-stock = “{ $measure }” is measured on a day: choose a date, or the breakdown by year.
web-refusal-currency = Unknown currency: “{ $currency }”.
web-refusal-currencies = “{ $measure }” does not add up in several currencies: { $one } and { $other }. Choose one.
web-problem-too-often-wait = { PLURAL($n) ->
    [one] Wait { $n } minute.
   *[other] Wait { $n } minutes.
}
web-another-day = On another day
web-on-day = On the day
web-show = Show
web-field-theirs = Somebody else wrote meanwhile:
web-field-nothing = nothing
