# Qui visiter : la note de risque et ses parts.
register-whom = Qui visiter
register-whom-why = Les coopératives dont la note est la plus haute viennent d’abord. La note est la somme de ce qui est écrit à côté, et de rien d’autre.
register-whom-all = Toutes
register-whom-new = Seulement les nouvelles que personne n’a visitées
register-whom-filter = Afficher
register-whom-none = Aucune coopérative.
register-whom-since = immatriculée le
register-whom-visited = visitée le
register-whom-never = jamais visitée
register-whom-planned = visite prévue le
register-whom-next = Les suivantes
register-whom-count = { PLURAL($n) ->
    [one] { $n } coopérative
   *[other] { $n } coopératives
}
register-risk = Comment se fait la note de risque
register-risk-lead = La note va de 0 à 100 : plus elle est haute, plus une visite est utile. C’est une aide pour choisir, pas un jugement, et elle ne décide de rien.
register-risk-part = Part
register-risk-each = Points, chaque fois
register-risk-most = Au plus
register-part-accounts = Comptes non déposés à temps
register-part-accounts-why = chaque année compte ; sans comptes, rien d’autre ne se voit
register-risk-accounts = { PLURAL($n) ->
    [one] comptes de { $n } année non déposés
   *[other] comptes de { $n } années non déposés
}
register-part-meetings = Assemblées générales non tenues à temps
register-part-meetings-why = chaque année compte ; sans assemblée, les membres ne décident de rien
register-risk-meetings = { PLURAL($n) ->
    [one] { $n } assemblée générale non tenue
   *[other] { $n } assemblées générales non tenues
}
register-part-members = Trop peu de membres
register-part-members-why = ce n’est plus la coopérative qui a été immatriculée
register-risk-members = { PLURAL($n) ->
    [one] trop peu de membres
   *[other] trop peu de membres
}
register-part-findings = Constats non corrigés à temps
register-part-findings-why = chaque constat d’une visite compte
register-risk-findings = { PLURAL($n) ->
    [one] { $n } constat non corrigé à temps
   *[other] { $n } constats non corrigés à temps
}
register-part-capital = Capital social insuffisant
register-part-capital-why = il est inférieur à ce que la loi demande
register-risk-capital = { PLURAL($n) ->
    [one] capital insuffisant
   *[other] capital insuffisant
}
register-part-paid_up = Parts non libérées à temps
register-part-paid_up-why = elles sont souscrites et ne sont pas toutes versées : le capital est plus petit qu’il ne le dit
register-risk-paid_up = { PLURAL($n) ->
    [one] parts non libérées
   *[other] parts non libérées
}
register-part-term = Mandat terminé
register-part-term-why = ceux qui la gèrent n’ont plus de mandat
register-risk-term = { PLURAL($n) ->
    [one] mandat terminé
   *[other] mandat terminé
}
register-part-dormant = En sommeil
register-part-dormant-why = quelqu’un devrait voir si elle vit encore
register-risk-dormant = { PLURAL($n) ->
    [one] en sommeil
   *[other] en sommeil
}
register-desk-examine = À examiner
register-desk-planned = Visites de la semaine
register-desk-overdue = En retard
register-desk-unattended = Plus personne n’agit pour elles
register-request-appoints = La nouvelle nomination est enregistrée. Elle ne change pas qui agit ici pour la coopérative : laissez agir jusqu’à la fin du mandat.
register-desk-mine = Vos coopératives
register-desk-mine-next = Ensuite :
register-desk-mine-overdue = { PLURAL($n) ->
    [one] { $n } obligation en retard
    [many] { $n } d’obligations en retard
   *[other] { $n } obligations en retard
}
register-request-left = { PLURAL($n) ->
    [one] à décider sous { $n } jour
   *[other] à décider sous { $n } jours
}
