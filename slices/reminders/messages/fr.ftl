# La page de ses rappels.
reminders-title = Rappels
reminders-why = Un mois et une semaine avant chaque échéance, puis le lendemain si rien n’a été déposé, un message part à l’adresse ou au téléphone de votre compte.
reminders-on = Les rappels sont envoyés
reminders-off = Les rappels ne sont pas envoyés
reminders-turn-on = Recevoir les rappels
reminders-turn-off = Ne plus recevoir de rappels
reminders-nobody = Votre compte n’agit pour aucune coopérative : il n’y a rien à vous rappeler.
reminders-nothing = Aucune échéance n’approche.
reminders-over = Votre mandat a pris fin le { $day } et personne n’agit ici pour cette coopérative. La délégation laisse de nouveau quelqu’un agir, sur le procès-verbal de la nouvelle nomination.
reminders-last = Dernier message :
reminders-until = Dernier jour :
reminders-told = prochain rappel :

# Le message. { $name } est la coopérative.
reminders-letter-subject = { $name } : des échéances approchent
reminders-letter-intro = Pour la coopérative { $name } ({ $number }), il reste à faire :
# { $what } est ce qui est dû, { $day } son dernier jour.
reminders-letter-until = { $what }, au plus tard le { $day }
reminders-letter-late = { $what } : le dernier jour était le { $day }
reminders-letter-more = { PLURAL($n) ->
    [one] et une autre échéance
    [many] et { $n } autres échéances
   *[other] et { $n } autres échéances
}
reminders-letter-how = Ce qui est demandé, par quel article, et le dépôt en ligne :
reminders-letter-over = Votre mandat a pris fin le { $day } et personne n’agit pour la coopérative. Portez à la délégation le procès-verbal de la nouvelle nomination : elle laisse de nouveau quelqu’un agir.
reminders-letter-stop = Vous recevez ce message parce que vous agissez pour cette coopérative. Pour ne plus en recevoir :
reminders-letter-stop-over = Vous recevez ce message parce que vous avez agi en dernier pour cette coopérative. Pour n’en plus recevoir :
