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
