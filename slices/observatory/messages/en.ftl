# The front page.
observatory-title = The living register of cooperatives
observatory-lead = Read a figure on any date, as it was known at any moment, and open the acts it stands on.
# Before the date: on 31 December 2022.
observatory-on = On
observatory-known-now = as known today
observatory-cooperatives = Cooperatives
observatory-members = Members
observatory-women = Women members
observatory-womens-cooperatives = Women’s cooperatives
observatory-share-capital = Share capital
# { $share } is a share in per cent.
observatory-of-members = { $share } of members
observatory-of-cooperatives = { $share } of cooperatives
observatory-acts = see the acts
observatory-by-region = Cooperatives by region
observatory-region = Region
observatory-count = Number
observatory-share = Share
observatory-rounded = Each share is rounded on its own; together they may not make 100%.
observatory-stands-on = What this stands on
observatory-act-count = { PLURAL($n) ->
    [one] { $n } act
   *[other] { $n } acts
}
observatory-last = The last one was recorded on
observatory-hash = Its seal:
observatory-proof = Acts are never changed or deleted, and each bears the seal of the one before. Anyone can compute them again.
observatory-empty = The register is still empty
observatory-empty-import = Bring in a list of cooperatives:
observatory-empty-demo = Or look around in a made-up country:
observatory-search = Search
observatory-search-hint = Name, product, commune…
observatory-explore = Explore these figures
observatory-latest = What has just happened
observatory-menu-figures = Figures

# What is wrong with a question.
observatory-wrong-period = Give either a date or a period.
observatory-wrong-measure = Choose what is counted.
observatory-wrong-where = Write DIMENSION=VALUE, as in delegation=KEN.
observatory-wrong-value = “{ $value }” does not exist in the register.

# A figure in words, what stands behind it, and what has changed since.
observatory-on-day = On { $day }
observatory-during = From { $from } to { $to }
observatory-until = Until { $to }
observatory-known-on = as known on { $day }
observatory-behind = What stands behind this figure
observatory-behind-lead = Nobody typed this figure in: it is the sum of what these acts say.
observatory-by-kind = By kind of act
observatory-by-year = By year of effect
observatory-all-acts = All acts
observatory-next-acts = Next acts
observatory-behind-private = Acts never name a person.
observatory-changes = What has changed since
observatory-difference = Difference
observatory-changes-none = Nothing: no act recorded between these two moments touches this figure.
observatory-changes-even = The figure is the same although acts touch it: they make up for each other.
observatory-changes-lead = Acts recorded between these two moments touch a day in the past: the figure published then stays true for what was known.
observatory-known-first = As known on
observatory-known-second = then as known on
observatory-compare = Compare
observatory-changes-acts = The acts that make the difference
observatory-behind-count = { PLURAL($n) ->
    [one] { $n } act
   *[other] { $n } acts
}
observatory-acts-shown = { PLURAL($n) ->
    [one] { $n } act
   *[other] { $n } acts
}
observatory-year-count = { PLURAL($n) ->
    [one] { $n } year
   *[other] { $n } years
}

# The explorer.
observatory-explorer = Figures
observatory-wrong = The question cannot be answered as it is:
observatory-since = Known today for the same day: { $value }.
observatory-since-why = What has changed since
observatory-choose = Choose another figure, day or place
observatory-measure = What is counted
observatory-from = From
observatory-to = to
observatory-date = On the day
observatory-known = As known on
observatory-where = Where
observatory-everywhere = Everywhere
observatory-sector = Sector
observatory-all-sectors = All sectors
observatory-by = Broken down by
observatory-and-by = and by
observatory-by-nothing = —
observatory-known-hint = Leave it empty for what is known today. A day in the past gives the figure as it was known then: acts recorded since do not count.
observatory-show = Show
observatory-table = The table
observatory-total = Total
observatory-download = Download:
observatory-definition = What it means
observatory-stock = Counted on a day.
observatory-flow = Counted over a period.
observatory-source = Source:
observatory-cite = Cite this figure
observatory-cited = Twiza, { $measure }, { $when }, { $known }, act no. { $seq }, seal { $hash }.
observatory-permalink = Permanent address
observatory-permalink-note = This address will always give the same answer, whatever acts are recorded later.
observatory-more = { PLURAL($n) ->
    [one] { $n } more line in the data.
   *[other] { $n } more lines in the data.
}
observatory-as-table = As a table

# The method, and the interface for programs.
observatory-method = Method
observatory-method-lead = How figures are made, and how anyone can check them.
observatory-method-acts = Acts, not totals
observatory-method-acts-text = Nobody types in a total. What is recorded are acts: a cooperative is registered, members are admitted, a seat moves. Every figure is the sum of what these acts say. An act is never changed or deleted: if it is wrong, another act voids it.
observatory-method-dates = Two dates
observatory-method-dates-text = A figure always has two dates. The reference date says which day it is about. The knowledge date says what the register knew at a moment. With both, a figure published years ago is found again to the digit, although late acts have arrived since.
observatory-method-example = An example: on 31 December 2022 the delegation of { $place } had { $before } cooperatives as known at the end of 2023. Today { $now } are known for the same day.
observatory-method-late = Late acts and corrections
observatory-method-late-text = An act recorded long after the day on which it took effect changes figures of the past as they are known today, never as they were known then. The page of a figure says what has changed since, act by act.
observatory-method-unknown = What is not known
observatory-method-unknown-text = Unknown is a value. An unknown sex, sector or place is shown as such: neither dropped nor spread. What happened on an unknown day counts in a stock since ever, and in no period.
observatory-method-rounding = Rounding
observatory-method-rounding-text = Each share is rounded on its own, to the nearest whole. The sum of rounded shares may therefore differ from a hundred.
observatory-method-privacy = Privacy
observatory-method-privacy-text = The journal holds no person’s name, no date of birth, no identity number. A member is named there by an identifier that says nothing about them.
observatory-method-proof = Check it yourself
observatory-method-proof-text = Each act carries a seal (SHA-256) computed from the act and from the seal of the one before: to change one character of the past would change all seals after it. With a copy of the journal, these commands do the whole computation again from the first act:
observatory-method-licence = Licence
observatory-method-licence-text = The data may be reused freely under the licence Creative Commons Attribution 4.0, naming the source. The outlines of maps come from OpenStreetMap (ODbL).
observatory-method-measures = What is counted
observatory-method-by = By:
observatory-unit-money = In money, in its currency.
observatory-unit-count = In numbers.
observatory-interface = Interface for programs
observatory-interface-lead = All figures, all acts and all cooperatives, as JSON and CSV, without an account.
observatory-interface-example = Example:

# Open data.
observatory-data = Open data
observatory-data-lead = The whole register as tables, free to use: download them, open them in a spreadsheet, build on them.
observatory-data-known = As known on
observatory-data-rows = { PLURAL($n) ->
    [one] { $n } row
   *[other] { $n } rows
}
observatory-data-fields = { PLURAL($n) ->
    [one] The { $n } field
   *[other] The { $n } fields
}
observatory-data-field = Field
observatory-data-kind = Values
observatory-data-means = What it means
observatory-kind-text = text
observatory-kind-integer = whole number
observatory-kind-truth = yes or no
observatory-kind-day = day
observatory-kind-instant = instant
observatory-data-use = Use them freely
observatory-data-private = No table holds anything about a person. Acts about a single member are there without what they say; entries are not told apart by sex or age.
observatory-data-hourly = Files are made from the journal when they are asked for, and anew at most once an hour. The number in a file’s name is the last act that it knows.
observatory-data-machines = For programs
observatory-feed = What has just been recorded
observatory-publisher = Twiza, the living register of cooperatives
observatory-dataset-figures = Figures by territory and year
observatory-dataset-figures-about = Every measure in every place of every level: at the end of each year for what is counted on a day, during the year for the rest. The current year reaches until today.
observatory-dataset-acts = Acts
observatory-dataset-acts-about = The journal: what happened, when it took effect, when it was recorded, and the seal that proves it.
observatory-dataset-entries = Entries
observatory-dataset-entries-about = What each act adds to each measure, on which day and where. Figures are sums of these amounts.
observatory-dataset-territories = Territories
observatory-dataset-territories-about = Regions, delegations, provinces and communes, with the days on which they hold.
observatory-dataset-terms = Sectors and branches
observatory-dataset-terms-about = What the codes of sectors and branches are called in three languages.
observatory-field-measure = The code of what is counted, as on the page of the method.
observatory-field-level = The kind of place: country, region, delegation, province or commune.
observatory-field-place = The code of the place, as in the table of territories.
observatory-field-year = The year; empty for what happened on an unknown day.
observatory-field-currency = The currency by its ISO 4217 code, if it is money.
observatory-field-amount = The amount; money in hundredths, or in thousandths for currencies that have them.
observatory-field-value = The same amount as it is written, money in its unit.
observatory-field-seq = The number of the act in the journal.
observatory-field-subject = Whom the act is about, by kind and number.
observatory-field-kind = What happened.
observatory-field-effective_on = The day on which it took effect; empty if nobody knows.
observatory-field-recorded_at = The instant at which it was recorded.
observatory-field-author = Who recorded it.
observatory-field-document = The document on which it stands.
observatory-field-voids = The number of the act that this one voids.
observatory-field-body = What the act says, as JSON.
observatory-field-withheld = Whether what it says is left out, because it is about a single member.
observatory-field-hash = The seal (SHA-256) over this act and the seal of the one before.
observatory-field-code = The code.
observatory-field-parent = The code of the place one step up.
observatory-field-delegation = The code of the delegation that a province belongs to.
observatory-field-name_ar = The name in Arabic.
observatory-field-name_fr = The name in French.
observatory-field-name_en = The name in English.
observatory-field-from = The first day on which this holds; empty if it always did.
observatory-field-until = The last day on which this holds; empty if it still does.
observatory-field-dimension = What the code belongs to: sector or branch.

# Territories: the regions, provinces, communes and delegations.
observatory-territories = Territories
observatory-territories-lead = Each region, province, commune and delegation with its cooperatives, on any day.
observatory-territories-all = All regions and delegations
observatory-regions = Regions
observatory-delegations = Delegations
observatory-delegations-note = A delegation is not a part of one region: some work in two or three.
observatory-place-missing = There is no such place
observatory-place-missing-code = No place has the code { $code }.
observatory-place-near = Did you mean
observatory-crumbs = Where this is
observatory-moment-other = Another day
observatory-moment-now = See what holds today
observatory-tree = Divided as on
observatory-tree-on = divided as on { $day }
observatory-wrong-future = “{ $value }” has not come yet: give a day until today, or leave it empty.
observatory-by-province = Cooperatives by province or prefecture
observatory-by-commune = Cooperatives by commune
observatory-by-sector = Cooperatives by sector
observatory-other-sectors = Other sectors
observatory-members-by-sex = Members by sex
observatory-growth = Cooperatives from year to year
observatory-at-end = At its end
observatory-registered-in = Registered
observatory-newest = Newest cooperatives
observatory-known-today = Today other numbers are known for the same day:
observatory-changes-see = what has changed
observatory-unchanged = Nothing recorded since has changed these figures.
observatory-colon = :
observatory-comma = ,
observatory-others = Others

# Bulletins.
observatory-bulletins = Bulletins
observatory-bulletins-lead = What was published once stays as it was. Each bulletin says of which day it speaks and what was known then; every number in it opens into its acts.
observatory-bulletins-none = No bulletin has been published yet.
observatory-bulletin-title-country = Cooperatives of { $place } in { $year }
observatory-bulletin-title-region = Cooperatives of the region { $place } in { $year }
observatory-bulletin-title-delegation = Cooperatives of the { $place } delegation in { $year }
observatory-bulletin-title-province = Cooperatives of the province of { $place } in { $year }
observatory-bulletin-title-commune = Cooperatives of the commune of { $place } in { $year }
observatory-bulletin-covers = The delegation covers { $places }.
observatory-bulletin-stock = On { $day } the register counted { $cooperatives } cooperatives with { $members } members. Their share capital came to { $capital }.
observatory-bulletin-women = Women were { $women } of these members, or { $share }. { $womens } cooperatives had women as members only.
observatory-bulletin-year = In { $year } the register took in { $registered } cooperatives, and { $removed } left it.
observatory-bulletin-sectors = By sector: { $list }.
# A sector with its share in per cent.
observatory-bulletin-item = { $name } { $share }
observatory-bulletin-others = other sectors { $share }
observatory-bulletin-corrected = corrected
observatory-bulletin-corrected-by = A later bulletin corrects this one:
observatory-bulletin-corrects = Corrects bulletin
observatory-bulletin-same = No number differs.
observatory-bulletin-before = it was
observatory-bulletin-broken = The numbers of this bulletin no longer come out as they were published.
observatory-bulletin-broken-more = Others are not shown in their place. Whoever runs this register should let the journal be verified.
observatory-bulletin-today = Acts recorded after this bulletin touch its day. It stays as it was; today these numbers are known:
observatory-bulletin-published = published was
observatory-bulletin-more = { PLURAL($n) ->
    [one] { $n } more number.
   *[other] { $n } more numbers.
}
observatory-bulletin-release = This release
observatory-bulletin-number = Number
observatory-bulletin-published-on = Published on
observatory-bulletin-head = Last act that was known
observatory-bulletin-seal = Seal over all numbers
observatory-bulletin-promise = The numbers are asked for anew each time, as known then. If one of them no longer fits the seal, nothing is shown.
