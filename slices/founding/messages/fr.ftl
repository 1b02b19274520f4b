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
founding-step-sheet-needs = Votre idée, la commune du siège, l’activité, et ce que la coopérative fera pour ses membres.
founding-step-sheet-why = Du siège dépendent la délégation qui approuve la dénomination et le tribunal qui immatricule ; le formulaire de la demande nomme la catégorie, le siège et le tribunal.
founding-step-name-needs = Jusqu’à trois noms, le préféré d’abord.
founding-step-name-why = La délégation approuve une dénomination avant toute autre démarche.
founding-step-founders-needs = Pour chacun : qui il est, combien de parts il prend, ce qu’il apporte en nature, et sa signature ou sa confirmation.
founding-step-founders-why = La coopérative appartient à ses membres : chacun a une voix, quel que soit le nombre de ses parts.
founding-step-statutes-needs = Vos réponses : l’objet, qui dirige et pour combien de temps, les réserves. Le texte en découle article par article.
founding-step-statutes-why = Ce sont les règles de vie de la coopérative. Elle n’est constituée qu’une fois que tous les fondateurs les ont signées.
founding-step-capital-needs = La valeur de la part, l’attestation de dépôt de la banque et, pour les apports en nature, le rapport d’évaluation.
founding-step-capital-why = Le capital est souscrit en entier. Une partie des parts en numéraire est versée et bloquée en banque ; les apports en nature sont évalués.
founding-step-filing-needs = Les autres étapes terminées, le procès-verbal de l’assemblée constitutive et le récépissé de l’autorité locale.
founding-step-filing-why = C’est sur ce dossier que le greffe du tribunal de première instance du siège immatricule.
founding-step-court = Tribunal : le registre local
founding-step-court-needs = Rien de vous, sauf si le greffier renvoie le dossier : vous le corrigez et le déposez de nouveau.
founding-step-court-why = Le greffier du tribunal de première instance du siège examine le dossier et tient le registre local.
founding-step-register = Office : le registre central
founding-step-register-needs = Rien de vous : le greffe envoie la copie du dossier, la délégation inscrit la coopérative.
founding-step-register-why = Le registre central réunit toutes les coopératives ; chacun peut en demander un extrait.

# What people should know of a part of the way.
founding-ahead-needs = Ce qu’il faut
founding-ahead-why = Pourquoi
founding-ahead-days = En combien de jours
founding-ahead-next = Ensuite
founding-ahead-free = Aucune règle ne fixe de délai : vous prenez le temps qu’il vous faut.
founding-ahead-takes = { $rule } : { $value }
founding-ahead-end = La coopérative est immatriculée : les fondateurs en sont les membres.
founding-then = Ce qui suit le dépôt

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
founding-waiting-none = Rien n’attend votre décision.
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
founding-missing-minor = Un fondateur a moins de { $value }
founding-missing-community = Un fondateur exploite une terre collective : nommez la communauté
founding-missing-legal = Le numéro et le représentant de chaque personne morale
founding-missing-kind = Ce qui est apporté en nature, avec sa valeur
founding-missing-kind_worth = Un apport en nature ne vaut pas autant que les parts prises pour lui
founding-missing-land = La référence de la liste des ayants droit et la parcelle de chaque fondateur
founding-missing-blocked = L’argent a été déposé plus de { $value } après le premier versement
founding-missing-deposit_days = Le jour du premier versement et celui du dépôt
founding-missing-signed_scan = Les papiers signés ne sont pas joints : portez-les au greffe
founding-missing-deposit_scan = L’attestation de dépôt n’est pas jointe : portez-la au greffe
founding-missing-report_scan = Le rapport d’évaluation n’est pas joint : portez-le au greffe
founding-advice = à vérifier

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
founding-field-legal_number = ICE ou numéro au registre
founding-field-legal_number-note = D’une personne morale seulement. L’ICE a 15 chiffres.
founding-field-representative = Qui la représente
founding-field-representative-note = D’une personne morale seulement : le nom complet de qui signe pour elle.
founding-field-kind_what = Ce qui est apporté en nature
founding-field-kind_what-note = Par exemple : dix ruches et un extracteur.
founding-field-kind_value = Valeur de l’apport, en dirhams
founding-field-first_paid_on = Jour du premier versement
founding-field-deposited_on = Jour du dépôt en banque
founding-field-land_list = Liste des ayants droit
founding-field-land_list-note = La référence de la liste, avec le numéro qu’y porte le fondateur.
founding-field-land = Parcelle
founding-field-land-note = La parcelle et sa surface.
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
founding-represented = représentée par
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
founding-follows-value = Valeur des apports en nature

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
founding-wrong-number = Donnez l’ICE ou le numéro au registre de la personne morale.
founding-wrong-ice = « { $value } » n’est pas un ICE : il a 15 chiffres, et les deux derniers contrôlent les autres.
founding-wrong-representative = Écrivez le nom complet de qui représente la personne morale.
founding-wrong-deposited = Le dépôt ne précède pas le premier versement : vérifiez les deux jours.
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
founding-files-deposit = Attestation de dépôt de la banque
founding-files-valuation = Rapport d’évaluation des apports en nature
founding-files-capital = Joints avant que l’attestation et le rapport soient séparés : joignez chacun à sa place
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

# Qui est fondateur par son propre compte.
founding-field-own = Votre propre compte
founding-field-own-note = Qui a ouvert le projet et est ce fondateur confirme en enregistrant : il accepte les statuts et s’engage à apporter ces parts.
founding-own = C’est moi, et je confirme
founding-lapsed = Ce qui avait été confirmé a changé le { $day } : à confirmer de nouveau
founding-lapsed-own = Ce que vous aviez confirmé comme fondateur a changé le { $day }. Relisez, et confirmez en enregistrant de nouveau votre fiche parmi les fondateurs.
founding-lapsed-yours = Ce que vous aviez confirmé comme fondateur a changé le { $day }. Relisez et confirmez par le lien qui vous a été envoyé ; s’il a plus de sept jours, demandez-en un autre à qui prépare le projet.
founding-lapsed-tag = à confirmer de nouveau
founding-wrong-own = Seule une personne physique confirme par un compte.
founding-wrong-helps = Qui aide à un projet ne confirme pas pour un fondateur.
founding-wrong-read-anew = Le projet a changé pendant votre lecture. Relisez-le, puis confirmez.
founding-entry-nobody = Aucun de ceux qui dirigeront cette coopérative n’a confirmé par son propre compte : une fois immatriculée, personne n’agira ici pour elle tant qu’un mandat n’aura pas été donné.

# Une décision que d’autres ont prise entre-temps.
founding-meanwhile = { $who } a été plus rapide : { $what }, le { $day }.
founding-meanwhile-somebody = Quelqu’un d’autre
founding-meanwhile-typed = Ce que vous aviez saisi et qui n’a pas été retenu
founding-wrong-entered-before = Le dossier a été déposé le { $value } : il n’a pas été inscrit avant ce jour.
founding-wrong-refuse-entry = Le tribunal l’a inscrite : on peut la renvoyer pour correction, non la refuser.

# Accompagnateurs.
founding-helpers = Qui accompagne
founding-helpers-lead = Un accompagnateur de la délégation ou d’une plateforme des jeunes peut remplir le projet avec vous.
founding-helpers-none = Personne n’accompagne ce projet.
founding-helpers-invite = Inviter un accompagnateur
founding-helpers-sees = Un accompagnateur voit et modifie tout le projet, y compris les noms, numéros de carte et dates de naissance des fondateurs. Chaque lecture est notée à son nom. Il ne décide pas, n’invite personne et ne peut pas supprimer le projet. Vous pouvez retirer ce droit à tout moment.
founding-helpers-make = Créer un lien
founding-helpers-hand-on = Envoyez ce lien à l’accompagnateur : il se connecte avec son propre compte et accepte.
founding-helpers-once = Le lien vaut sept jours et ne sert qu’une fois.
founding-helpers-since = accompagne depuis le
founding-helpers-asked = Invité, n’a pas encore accepté
founding-helpers-until = lien valable jusqu’au
founding-helpers-end = Retirer
founding-helping = Vous accompagnez
founding-invited = On vous demande d’accompagner des fondateurs
founding-invited-lead = Les fondateurs de « { $value } » vous demandent de faire le chemin avec eux.
founding-invited-note = Si vous acceptez, vous voyez et modifiez le projet, y compris ce qui est connu de ses fondateurs. Chaque lecture est notée et ils la voient. Les fondateurs voient votre nom. Vous ne décidez alors plus de ce projet.
founding-invited-agree = J’accepte
founding-wrong-invited = Vous avez déjà part à ce projet : le lien est pour quelqu’un d’autre.

# Les messages. { $project } est le projet, { $name } la dénomination accordée, { $day } son dernier jour.
founding-letter-lapsed-subject = { $project } : à confirmer de nouveau
founding-letter-lapsed = Vous aviez confirmé que vous fondez « { $project } ». Ce que vous aviez confirmé (les statuts, ou vos parts) a changé depuis : votre confirmation ne vaut plus.
founding-letter-lapsed-how = Relisez et confirmez de nouveau par ce lien. Il est valable sept jours ; ensuite, demandez-en un autre à qui prépare le projet.
founding-notice = { $project } : { $what } – { $decided }
founding-notice-says = Une décision est prise pour le projet « { $project } ». { $what } : { $decided }. La page dit pourquoi, et ce qui vient ensuite.
founding-letter-ending-subject = { $name } : dénomination réservée jusqu’au { $day }
founding-letter-ending = La dénomination « { $name } », accordée à votre projet, est réservée jusqu’au { $day }. Ensuite, elle ne l’est plus.
founding-letter-ending-how = Déposez le dossier d’ici là, ou demandez de nouveau une dénomination :

# A name that waits, and names that others have or ask for.
founding-alike-asked = demandé par un autre projet le { $day }, en attente
founding-name-waits = Les noms sont à la délégation : ils restent tels quels jusqu’à sa décision, ou jusqu’à ce que vous retiriez la demande.
founding-wrong-name-waits = Les noms sont à la délégation : retirez d’abord la demande, puis changez-les.
founding-wrong-name-taken = Une coopérative porte ce nom, ou il a été approuvé pour d’autres fondateurs : choisissez-en un autre, ou renvoyez la demande.

# Taking back what was handed in.
founding-withdraw = Retirer
founding-withdraw-note = Qui décide ne le verra plus. Vous pourrez tout changer, puis déposer de nouveau.
founding-withdrawn = Retiré par { $who } le { $day }.
founding-decided-withdrawn = Retiré
founding-wrong-withdraw-entry = Le tribunal a envoyé cette copie : les fondateurs ne la retirent pas.

# A file that the court entered before.
founding-entered-note = Inscrite au registre local sous le numéro { $number }, depuis le { $day }. On peut la corriger, non l’abandonner ; ce que vous changez est montré au greffier.
founding-wrong-entered-keeps = Le tribunal l’a inscrite sous le numéro { $value } : on peut la corriger, non l’abandonner.
founding-changed = Ce qui a changé depuis l’inscription par le tribunal
founding-changed-nothing = Rien de ce que dit le dossier n’a changé.
founding-changed-unknown = Ce que disait alors le dossier n’a pas été gardé ici : comparez avec celui du tribunal.
founding-changed-what = Quoi
founding-changed-before = Avant
founding-changed-now = Maintenant
founding-changed-gone = Quelqu’un qui n’est plus fondateur

# What the rules ask of a file.
founding-kept = Ce que demandent les règles, et ce qui est là
founding-kept-rule = Règle
founding-kept-asked = Demandé
founding-kept-is = Constaté
founding-kept-there = Constaté :
founding-kept-verdict = Respecté ?
founding-kept-yes = respecté
founding-kept-no = non respecté

# A court of which no clerk uses Twiza.
founding-filing-on-paper = Aucun greffier de votre tribunal n’utilise Twiza : portez les papiers au tribunal. Une fois l’inscription faite, remettez la copie papier à la délégation, qui l’enregistre ici.
founding-record = Enregistrer l’inscription
founding-record-note = Aucun greffier de ce tribunal n’utilise Twiza. Enregistrez d’après la copie papier ce que le tribunal a inscrit, et joignez-en la copie numérisée.
founding-field-court = Tribunal qui l’a inscrite
founding-field-scan = Copie papier numérisée
founding-files-court = Copie papier du tribunal
founding-wrong-court = Dites quel tribunal l’a inscrite.
founding-wrong-record-only = On n’enregistre d’après le papier que ce que le tribunal a inscrit ; ce qu’il renvoie ou refuse, il le dit lui-même aux fondateurs.

# What was decided.
founding-decided-last = Dernières décisions
