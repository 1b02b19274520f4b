# What it is called in the menu, and the guide.
founding-menu = Création
founding-role-clerk = Greffier
founding-guide = Créer une coopérative : de l’idée à l’immatriculation
founding-guide-lead = Six étapes. Ce que vous écrivez est gardé : vous pouvez vous arrêter et revenir quand vous voulez, seul ou avec l’aide de la délégation.
founding-guide-begin = Commencer mon projet
founding-guide-note = Chaque nombre vient du tableau des règles de la loi.
founding-step-sheet = Fiche de projet
founding-step-name = Dénomination
founding-step-founders = Fondateurs
founding-step-statutes = Statuts
founding-step-capital = Capital
founding-step-filing = Dossier
founding-step-sheet-why = Que ferez-vous ensemble, pour qui et où ? Du siège dépendent la délégation qui approuve le nom et le tribunal qui immatricule.
founding-step-name-why = Proposez jusqu’à trois noms, le préféré d’abord. La délégation en approuve un avant toute autre démarche (loi 112-12, art. 7).
founding-step-founders-why = Qui fonde la coopérative, personnes physiques ou morales, et combien de parts chacun prend. Chaque membre a une voix, quel que soit le nombre de ses parts.
founding-step-statutes-why = Les règles de vie de la coopérative : son objet, qui la dirige et pour combien de temps. Tous les fondateurs les signent.
founding-step-capital-why = La valeur de la part, ce qui est versé en banque et ce qui est apporté en nature. Le capital est souscrit en entier (loi 112-12, art. 26).
founding-step-filing-why = Le dossier va au greffe du tribunal de première instance du siège, puis sa copie à la délégation, qui inscrit au registre central.

# How far a step is.
founding-progress = Étapes terminées
founding-progress-done = Terminé
founding-progress-waits = En attente d’une décision
founding-progress-until = Réponse jusqu’au { $day }
founding-progress-returned = Renvoyé : à corriger
founding-progress-ready = Prêt à déposer
founding-progress-missing = { PLURAL($n) ->
    [one] il manque { $n } point
    [many] il manque { $n } de points
   *[other] il manque { $n } points
}

# One’s projects.
founding-mine = Mes projets
founding-mine-none = Pas encore de projet.
founding-new = Nouveau projet
founding-begin = Commencer
founding-on-paper = Sur papier
founding-enter-on-paper = Je le saisis pour des fondateurs venus avec leurs papiers
founding-waiting = { PLURAL($n) ->
    [one] { $n } demande attend une décision
    [many] { $n } de demandes attendent une décision
   *[other] { $n } demandes attendent une décision
}
founding-filed = Déposé le
founding-until = jusqu’au
founding-closed = Le dossier est entre les mains de qui décide : rien ne change avant son retour.
founding-done = La coopérative est immatriculée :
founding-give-up = Abandonner le projet
founding-give-up-note = Le projet est supprimé et tout ce qui est connu des fondateurs est effacé. On ne revient pas en arrière.
founding-save = Enregistrer
founding-next = Étape suivante :
founding-choose = Choisir
founding-missing = Ce qui manque ici
founding-missing-all = Ce qui manque au dossier
founding-rules = Ce que dit la loi

# What is missing.
founding-missing-idea = L’idée du projet
founding-missing-place = La commune du siège
founding-missing-branch = L’activité
founding-missing-categories = Ce que la coopérative fait pour ses membres
founding-missing-name = Un nom approuvé par la délégation
founding-missing-name_expired = L’approbation du nom a expiré ({ $value })
founding-missing-founders = Moins de fondateurs que { $value }
founding-missing-shares = Une part au moins pour chaque fondateur
founding-missing-signed = La signature de chaque fondateur, avec le papier
founding-missing-runners = Qui, parmi les fondateurs, dirigera la coopérative
founding-missing-share = La valeur de la part
founding-missing-share_min = La part vaut moins que { $value }
founding-missing-capital_min = Le capital est inférieur à { $value }
founding-missing-paid = Moins de { $value } des parts en numéraire sont versés
founding-missing-paid_more = Il est versé plus que la valeur des parts en numéraire
founding-missing-deposit = La banque et l’attestation de dépôt
founding-missing-report = Le rapport d’évaluation des apports en nature

# Fields.
founding-field-title = Comment appelez-vous votre projet ?
founding-field-idea = L’idée
founding-field-idea-note = Ce que vous produirez ou rendrez comme services, pour qui, avec quels moyens.
founding-field-place = Commune du siège
founding-field-place-note = Écrivez le nom ; si plusieurs communes le portent, vous choisirez.
founding-field-branch = Activité
founding-field-categories = Ce qu’elle fait pour ses membres
founding-field-type = Type
founding-field-community = Communauté ethnique (terres collectives)
founding-field-community-note = Seulement si les fondateurs sont des ayants droit de terres collectives (loi 62-17).
founding-field-ar1 = Premier choix, en arabe
founding-field-fr1 = Premier choix, en français
founding-field-ar2 = Deuxième choix, en arabe
founding-field-fr2 = Deuxième choix, en français
founding-field-ar3 = Troisième choix, en arabe
founding-field-fr3 = Troisième choix, en français
founding-field-who = Personne physique ou morale
founding-field-name = Nom complet
founding-field-identity_number = Numéro de la carte nationale
founding-field-born_on = Date de naissance
founding-field-sex = Sexe
founding-field-cash_shares = Parts en numéraire
founding-field-kind_shares = Parts en nature
founding-field-runs = Direction
founding-field-signed = Le papier qu’il ou elle a signé
founding-field-signed-note = Par exemple : procès-verbal de l’assemblée constitutive du…
founding-field-land = Liste et parcelle
founding-field-land-note = Référence de la liste des ayants droit, parcelle et surface.
founding-field-object = Objet de la coopérative
founding-field-organ = Qui la dirige
founding-field-term = Durée du mandat, en années
founding-field-share = Valeur de la part, en dirhams
founding-field-capital = Capital
founding-field-paid = Versé en numéraire, en dirhams
founding-field-bank = Banque
founding-field-deposit = Attestation de dépôt
founding-field-deposit-note = Numéro et date de l’attestation.
founding-field-report = Rapport d’évaluation des apports en nature
founding-field-minutes = Procès-verbal de l’assemblée constitutive
founding-field-receipt = Récépissé de l’autorité locale
founding-field-receipt-note = Une copie du dossier est déposée auprès du caïd ou du pacha contre récépissé.
founding-field-local_number = Numéro au registre local
founding-field-entered_on = Date d’inscription au registre local

# Names.
founding-names = Noms proposés
founding-name-hand-in = Demander l’approbation
founding-alike = Noms qui se ressemblent
founding-alike-none = Aucun nom ne lui ressemble.
founding-alike-same = mêmes mots
founding-alike-sound = même prononciation
founding-alike-letters = une ou deux lettres de différence
founding-alike-words = l’un contient l’autre
founding-alike-granted = approuvé pour un autre projet

# Founders.
founding-founders-count = { PLURAL($n) ->
    [one] { $n } fondateur
    [many] { $n } de fondateurs
   *[other] { $n } fondateurs
}
founding-founders-private = Ces données sont chiffrées, et chaque lecture en est notée.
founding-founder-add = Ajouter un fondateur
founding-founder-change = Modifier
founding-person = Personne physique
founding-female = femme
founding-male = homme
founding-legal = Personne morale
founding-runs = Gérant ou administrateur
founding-minor = Trop jeune
founding-born = né(e) le
founding-shares = { PLURAL($n) ->
    [one] { $n } part
    [many] { $n } de parts
   *[other] { $n } parts
}
founding-signed = a signé :
founding-unsigned = n’a pas encore signé
founding-edit = Modifier
founding-remove = Retirer

# Capital.
founding-follows = Ce que font les parts
founding-follows-cash = En numéraire
founding-follows-kind = En nature
founding-follows-capital = Capital

# What is handed in, and decisions.
founding-filing-hand-in = Déposer le dossier au tribunal
founding-submissions = Ce qui a été déposé
founding-submission-name = Demande d’approbation du nom
founding-submission-filing = Dossier d’immatriculation
founding-submission-entry = Inscription au registre central
founding-decided-open = En attente
founding-decided-returned = Renvoyé
founding-decided-refused = Refusé
founding-decided-accepted = Accepté
founding-file = Ce que dit le projet
founding-decision = Décision
founding-reason = Motif
founding-reason-give = Motif (nécessaire pour renvoyer ou refuser)
founding-accept-name = Approuver le nom choisi
founding-accept-filing = Inscrire au registre local
founding-accept-entry = Immatriculer la coopérative
founding-return = Renvoyer
founding-refuse = Refuser
founding-entry-note = En acceptant, vous immatriculez la coopérative : les fondateurs deviennent membres, le capital est souscrit, ses dirigeants sont nommés, et les chiffres comptent une coopérative de plus.
founding-granted-name = Dénomination approuvée
founding-granted-number = Numéro du certificat
founding-granted-on = Date
founding-granted-until = Valable jusqu’au
founding-registered-number = Numéro au registre
founding-to-cooperative = La page de la coopérative

# What was wrong.
founding-wrong-title = Donnez un nom au projet.
founding-wrong-place = Aucune commune ne s’appelle { $value }.
founding-wrong-places = Plusieurs communes s’appellent { $value } : choisissez.
founding-wrong-branch = Choisissez une activité dans la liste.
founding-wrong-name = Écrivez au moins un nom.
founding-wrong-no-place = Choisissez d’abord la commune du siège : c’est sa délégation qui approuve le nom.
founding-wrong-founder = Écrivez le nom complet.
founding-wrong-identity = Le numéro de la carte : une ou deux lettres, puis 5 ou 6 chiffres.
founding-wrong-born = Donnez une date de naissance passée.
founding-wrong-sex = Choisissez le sexe.
founding-wrong-twice = Un autre fondateur a le même numéro de carte.
founding-wrong-paper = Nommez le papier.
founding-wrong-missing = Il manque encore quelque chose : voyez la liste.
founding-wrong-conflict = Le projet a changé entre-temps. Ce que vous avez écrit est encore là : vérifiez, puis enregistrez de nouveau.
founding-wrong-closed = Le dossier est entre les mains de qui décide : rien ne change maintenant.
founding-wrong-reason = Donnez un motif.
founding-wrong-choice = Choisissez un des noms.
founding-wrong-local = Donnez le numéro au registre local.
founding-wrong-entered = Donnez un jour déjà venu.
founding-wrong-decided = Quelqu’un d’autre en a déjà décidé.
founding-wrong-unready = Le dossier n’est pas complet : le nom ou le siège manque.
founding-files-founders = Papiers signés par les fondateurs
founding-files-capital = Attestation de dépôt et rapport d’évaluation
founding-files-filing = Procès-verbal et récépissé
founding-confirm-ask = Faire confirmer par son compte
founding-confirm-hand-on = Envoyez ce lien au fondateur, par message ou à voix haute : il se connecte avec son propre compte et confirme.
founding-confirm-link = Lien
founding-confirm-once = Le lien est valable sept jours et ne sert qu’une fois. Un nouveau lien annule celui-ci.
founding-confirm-title = Confirmer que vous êtes fondateur
founding-confirm-lead = « { $value } » vous compte parmi ses fondateurs. Lisez ce que vous apportez et les statuts, puis confirmez.
founding-confirm-brings = Ce que vous apportez
founding-confirm-note = En confirmant, vous acceptez les statuts et vous engagez à apporter ces parts.
founding-confirm = Je confirme
founding-confirmed = a confirmé par son compte le
founding-wrong-not-you = Ce n’est pas le numéro du fondateur à qui ce lien est destiné.
founding-wrong-other-founder = Ce compte a déjà confirmé pour un autre fondateur de ce projet : chaque fondateur confirme avec le sien.
founding-confirm-over = Ce lien n’est plus valable
founding-confirm-over-next = Il a déjà servi, il a plus de sept jours, ou le projet est déjà déposé. Demandez-en un autre à qui prépare le projet.
founding-certificate = Certificat de dénomination
founding-certificate-ar = Dénomination en arabe
founding-certificate-fr = Dénomination en français
founding-certificate-check-how = Scannez le code, ou ouvrez l’adresse : la page dit si la dénomination est encore réservée.
founding-certificate-code = Code de vérification du certificat de dénomination
founding-certificate-attests = La délégation a accordé cette dénomination aux fondateurs et la leur réserve jusqu’au jour indiqué.
founding-certificate-share = Page de vérification
founding-certificate-holds = Le { $day }, cette dénomination est réservée à ses fondateurs.
founding-certificate-holds-not = Le { $day }, ce certificat ne vaut plus
founding-certificate-over = Son délai est passé : la dénomination n’est plus réservée.
founding-certificate-taken = La dénomination a été prise par la coopérative
founding-certificate-gone = Les fondateurs ont renoncé, ou cette dénomination n’a pas été accordée ici.
