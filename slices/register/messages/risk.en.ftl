# Whom to visit: the score of risk and its parts.
register-whom = Whom to visit
register-whom-why = Cooperatives with the highest score come first. The score is the sum of what is written beside it, and of nothing else.
register-whom-all = All
register-whom-new = Only new ones that nobody has visited
register-whom-filter = Show
register-whom-none = No cooperative.
register-whom-since = registered on
register-whom-visited = visited on
register-whom-never = never visited
register-whom-planned = visit planned for
register-whom-next = The next ones
register-whom-count = { PLURAL($n) ->
    [one] { $n } cooperative
   *[other] { $n } cooperatives
}
register-risk = How the score of risk is made
register-risk-lead = The score goes from 0 to 100: the higher it is, the more useful a visit. It helps to choose; it is no judgement, and decides nothing.
register-risk-part = Part
register-risk-each = Points, each time
register-risk-most = At most
register-part-accounts = Accounts not filed in time
register-part-accounts-why = each year counts; without accounts nothing else is seen
register-risk-accounts = { PLURAL($n) ->
    [one] accounts of { $n } year not filed
   *[other] accounts of { $n } years not filed
}
register-part-meetings = General meetings not held in time
register-part-meetings-why = each year counts; without a meeting the members decide nothing
register-risk-meetings = { PLURAL($n) ->
    [one] { $n } general meeting not held
   *[other] { $n } general meetings not held
}
register-part-members = Too few members
register-part-members-why = it is no longer the cooperative that was registered
register-risk-members = { PLURAL($n) ->
    [one] too few members
   *[other] too few members
}
register-part-findings = Findings not mended in time
register-part-findings-why = each finding of a visit counts
register-risk-findings = { PLURAL($n) ->
    [one] { $n } finding not mended in time
   *[other] { $n } findings not mended in time
}
register-part-capital = Too little share capital
register-part-capital-why = it is below what the law asks for
register-risk-capital = { PLURAL($n) ->
    [one] too little capital
   *[other] too little capital
}
register-part-paid_up = Shares not paid up in time
register-part-paid_up-why = they were subscribed and not all of them paid: the capital is smaller than it says
register-risk-paid_up = { PLURAL($n) ->
    [one] shares not paid up
   *[other] shares not paid up
}
register-part-term = Term ended
register-part-term-why = those who run it have no mandate any more
register-risk-term = { PLURAL($n) ->
    [one] term ended
   *[other] term ended
}
register-part-dormant = Dormant
register-part-dormant-why = somebody should see whether it is still alive
register-risk-dormant = { PLURAL($n) ->
    [one] dormant
   *[other] dormant
}
register-desk-examine = To examine
register-desk-planned = Visits of this week
register-desk-overdue = Overdue
register-desk-unattended = Nobody acts for them any more
register-request-appoints = The new term is recorded. Who acts for the cooperative here is not changed by it: let them act until its end.
register-desk-mine = Your cooperatives
register-desk-mine-next = Next:
register-desk-mine-overdue = { PLURAL($n) ->
    [one] { $n } thing overdue
   *[other] { $n } things overdue
}
register-request-left = { PLURAL($n) ->
    [one] to decide within { $n } day
   *[other] to decide within { $n } days
}
