# La page de ses rappels.
reminders-title = Rappels
reminders-why = Un mois et une semaine avant chaque échéance, puis le lendemain si rien n’a été déposé, un message part à l’adresse ou au téléphone de votre compte.
reminders-on = Les rappels sont envoyés
reminders-off = Les rappels ne sont pas envoyés
reminders-turn-on = Recevoir les rappels
reminders-turn-off = Ne plus recevoir de rappels
reminders-nobody = Votre compte n’agit pour aucune coopérative : il n’y a rien à vous rappeler.
reminders-nothing = Aucune échéance n’approche.
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
reminders-letter-stop = Vous recevez ce message parce que vous agissez pour cette coopérative. Pour ne plus en recevoir :
