# Who runs the cooperative, by name.
roll-offices = Qui dirige la coopérative
roll-offices-now = En fonction aujourd’hui
roll-offices-none = Personne n’est inscrit comme étant en fonction aujourd’hui.
roll-offices-before = Fonctions terminées
roll-offices-differ = Le registre central dit autre chose :
roll-offices-unknown = Le registre central ne sait pas qui gère cette coopérative.
roll-offices-here = Ici :
roll-offices-ask = Demander que le registre central le dise aussi
roll-appoint = Nommer quelqu’un
roll-function-president = Président(e)
roll-function-vice_president = Vice-président(e)
roll-function-manager = Gérant(e)
roll-function-director = Directeur ou directrice
roll-function-treasurer = Trésorier ou trésorière
roll-function-secretary = Secrétaire
roll-function-board_member = Membre du conseil d’administration
roll-outsider = Quelqu’un qui n’est pas membre, pour la direction
roll-office-since = Depuis le
roll-office-until = jusqu’au { $day }
roll-office-ends = { PLURAL($n) ->
    [0] finit aujourd’hui
    [one] finit dans { $n } jour
    [many] finit dans { $n } de jours
   *[other] finit dans { $n } jours
}
roll-office-term-over = mandat fini : plus en fonction depuis le { $day }
roll-office-ended = terminée le { $day }
roll-office-left = a quitté la coopérative le { $day }
roll-office-end = Mettre fin à cette fonction
roll-papers = Pièces
roll-paper-appointed = Nomination
roll-paper-ended = Fin de fonction
roll-warn-managers = Il y a { $number } gérants, alors qu’il en faut { $least } au plus.
roll-warn-managers-members = Des gérants dirigent une coopérative de moins de { $least }, et celle-ci en a { $number } : un conseil est demandé.
roll-warn-managers-turnover = Des gérants dirigent une coopérative dont le chiffre d’affaires est inférieur à { $least }, et les derniers comptes disent { $number } : un conseil est demandé.
roll-warn-board-min = Le conseil a { $number } membres, alors qu’il en faut { $least } au moins.
roll-warn-board-max = Le conseil a { $number } membres, alors qu’il en faut { $least } au plus.
roll-warn-board-multiple = Le conseil a { $number } membres, alors que leur nombre est un multiple de { $least }.
roll-warn-term = Un mandat au conseil dure { $least } au plus : celui-ci finirait le { $until }.
roll-field-function = Fonction
roll-field-holder = Qui
roll-field-outsider = D’un directeur qui n’est pas membre : nom complet
roll-field-outsider_number = D’un directeur qui n’est pas membre : numéro de la carte nationale
roll-field-until = Dernier jour du mandat
roll-field-until-note = Peut rester vide si aucune fin n’est fixée.
roll-wrong-function = Choisissez la fonction.
roll-wrong-holder = Choisissez un membre ; seule la direction peut revenir à quelqu’un d’autre.
roll-wrong-no-member = Cette personne n’était pas membre à cette date.
roll-wrong-until = Le dernier jour du mandat vient après le premier.
roll-wrong-president = Il y a déjà quelqu’un à la présidence à ce moment : mettez d’abord fin à cette fonction.
roll-wrong-office-twice = Cette personne a déjà cette fonction à ce moment.
roll-wrong-outsider = Cette personne est déjà connue ici : choisissez-la dans la liste.
roll-wrong-before-office = La fonction n’avait pas commencé à cette date.

# What was decided about who was excluded.
roll-excluded-ground = Exclusion : motif
roll-excluded-notice = Exclusion : mise en demeure reçue le
roll-excluded-reason = Exclusion : pourquoi
roll-wrong-no-exclusion = Un motif, une mise en demeure ou une raison ne se disent que d’une exclusion : choisissez-la, ou laissez-les vides.
