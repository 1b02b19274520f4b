# Ce qui est compté : le nom, puis la définition.
register-measure-cooperatives = Coopératives
register-measure-registrations = Immatriculations
register-measure-removals = Radiations
register-measure-members = Membres
register-measure-womens_cooperatives = Coopératives de femmes
register-measure-share_capital = Capital social
register-measure-members_funds = Fonds propres
register-measure-turnover = Chiffre d’affaires
register-measure-surplus = Excédent
register-measure-employees = Salariés
register-definition-cooperatives = Les coopératives inscrites au registre : du jour de l’immatriculation jusqu’à la veille de la radiation ou de la fusion. Celles qui sont en sommeil ou en liquidation comptent ; l’état les distingue. Une coopérative partie à une date inconnue ne compte à aucune date.
register-definition-registrations = Les coopératives inscrites au registre, le jour de l’immatriculation.
register-definition-removals = Les coopératives radiées du registre ou absorbées par une autre, le jour de leur départ.
register-definition-members = Les adhésions aux coopératives inscrites : comptées sur la liste des membres quand elle est tenue, sinon d’après la dernière déclaration. Qui appartient à deux coopératives compte deux fois. Jeunes : moins de 35 ans.
register-definition-womens_cooperatives = Les coopératives inscrites dont tous les membres sont des femmes.
register-definition-share_capital = Le capital social souscrit des coopératives inscrites.
register-definition-members_funds = Les fonds propres des coopératives inscrites, selon les derniers comptes déposés.
register-definition-turnover = Le chiffre d’affaires d’un exercice, au jour où les comptes prennent effet (la fin de l’exercice, ou le jour que nomme le profil d’une liste).
register-definition-surplus = L’excédent d’un exercice avant impôt ; négatif si c’est une perte. Au même jour que le chiffre d’affaires.
register-definition-employees = Les salariés des coopératives inscrites, selon les derniers comptes déposés.

# Selon quoi.
register-dimension-sector = Secteur
register-dimension-branch = Branche
register-dimension-type = Type
register-dimension-level = Niveau
register-dimension-status = État
register-dimension-listed = Connues une à une
register-dimension-sex = Sexe
register-dimension-age = Âge
register-dimension-person = Personne
register-dimension-womens = De femmes
register-dimension-youth = De jeunes
register-dimension-graduates = De diplômés
register-dimension-collective_land = De terres collectives
register-value-type-producer = de producteurs
register-value-type-worker = de travailleurs
register-value-type-consumer_user = de consommateurs ou d’usagers
register-value-type-multi_stakeholder = à parties prenantes multiples
register-value-level-cooperative = coopérative
register-value-level-union = union
register-value-level-federation = fédération
register-value-status-active = active
register-value-status-dormant = en sommeil
register-value-status-in_liquidation = en liquidation
register-value-status-removed = radiée
register-value-listed-listed = une à une
register-value-listed-group = en groupe
register-value-sex-female = femmes
register-value-sex-male = hommes
register-value-sex-not_applicable = personnes morales
register-value-age-young = moins de 35 ans
register-value-age-older = 35 ans et plus
register-value-age-not_applicable = personnes morales
register-value-person-natural = personnes physiques
register-value-person-legal = personnes morales
register-value-womens-yes = oui
register-value-womens-no = non
register-value-youth-yes = oui
register-value-youth-no = non
register-value-graduates-yes = oui
register-value-graduates-no = non
register-value-collective_land-yes = oui
register-value-collective_land-no = non

# Les actes : ce qui est arrivé.
register-act-registered = Immatriculée
register-act-renamed = Changement de nom
register-act-identified = ICE attribué
register-act-seat_moved = Transfert du siège
register-act-activity_changed = Changement d’activité
register-act-membership_declared = Membres déclarés
register-act-member_admitted = Membre admis
register-act-member_left = Membre parti
register-act-shares_moved = Parts déplacées
register-act-capital_subscribed = Capital souscrit
register-act-capital_increased = Augmentation du capital
register-act-capital_reduced = Réduction du capital
register-act-capital_paid_up = Capital libéré
register-act-organ_appointed = Organe désigné
register-act-general_meeting_held = Assemblée générale tenue
register-act-accounts_filed = Comptes déposés
register-act-declared_dormant = Mise en sommeil
register-act-declared_active = Reprise d’activité
register-act-dissolved = Dissoute
register-act-struck_off = Radiée
register-act-merged = Fusionnée
register-act-figures_published = Chiffres publiés
register-told-persons = { PLURAL($n) ->
    [one] { $n } personne
    [many] { $n } de personnes
   *[other] { $n } personnes
}
register-told-members = { PLURAL($n) ->
    [one] { $n } membre
    [many] { $n } de membres
   *[other] { $n } membres
}
register-told-women = { PLURAL($n) ->
    [one] dont { $n } femme
    [many] dont { $n } de femmes
   *[other] dont { $n } femmes
}
register-told-organ-managers = gérants
register-told-organ-board = conseil d’administration
register-told-meeting-ordinary = ordinaire
register-told-meeting-extraordinary = extraordinaire
register-told-present = { PLURAL($n) ->
    [one] { $n } présent ou représenté
    [many] { $n } de présents ou représentés
   *[other] { $n } présents ou représentés
}
register-told-approved = comptes approuvés
register-told-year = exercice { $year }
register-told-turnover = chiffre d’affaires { $amount }
register-told-non_members = dont { $amount } avec des tiers
register-told-legal_reserve = réserve légale { $amount }
register-told-education_reserve = éducation et formation { $amount }
register-told-auditor_report = rapport du commissaire aux comptes
register-told-into = par { $into }

# The directory and a cooperative’s page.
register-menu = Coopératives
register-directory = Annuaire des coopératives
register-search = Chercher
register-search-hint = Nom, produit, commune…
register-filters = Filtres choisis
register-filter-off = Retirer ce filtre
register-found-none = Essayez avec moins de mots, ou retirez un filtre.
register-near = Vouliez-vous dire :
register-womens = De femmes
register-real = Réelle
register-since = depuis le
register-more = Suite
register-list-as = Cette liste :
register-name-ar = Nom (arabe)
register-name-fr = Nom (français)
register-map = Où elles se trouvent
register-communes = Les communes qui en comptent le plus
register-as-list = En liste
register-as-map = Sur la carte
register-narrow = Préciser
register-wrong-long = Écrivez au plus 500 caractères.
register-on-day = Au { $day }
register-known-on = tel que connu le { $day }
register-known-now = tel que connu aujourd’hui
register-today = Voir aujourd’hui
register-not-registered = À cette date, cette coopérative n’est pas au registre.
register-merged-into = Elle a été absorbée par
register-number = N°
register-registered-on = Immatriculée le
register-ice = ICE
register-acts = Ses actes
register-where = Où se trouve son siège
register-known = Tel que connu le
register-known-hint = Les actes inscrits après ce jour ne comptent pas.
register-as-data = En données
register-characteristic-graduates = De diplômés
register-characteristic-collective_land = De terres collectives
register-origin-real = Coopérative réelle
register-origin-synthetic = Inventée pour la démonstration
register-found = { PLURAL($n) ->
    [one] { $n } coopérative
    [many] { $n } de coopératives
   *[other] { $n } coopératives
}
register-more-values = { PLURAL($n) ->
    [one] { $n } autre
    [many] { $n } d’autres
   *[other] { $n } autres
}
register-act-count = { PLURAL($n) ->
    [one] { $n } acte
    [many] { $n } d’actes
   *[other] { $n } actes
}

# Le registre en données ouvertes.
register-dataset-cooperatives = Registre des coopératives
register-dataset-cooperatives-about = Une ligne par coopérative telle qu’elle est aujourd’hui, y compris celles qui ont quitté le registre. Rien sur les personnes.
register-field-cooperatives-number = Le numéro au registre, jamais donné deux fois.
register-field-cooperatives-ice = L’identifiant commun de l’entreprise (ICE), 15 chiffres.
register-field-cooperatives-place = Le code du lieu le plus fin connu du siège, comme dans la table des territoires.
register-field-cooperatives-origin = Dans un pays de démonstration seulement : si la coopérative existe ailleurs.
register-field-cooperatives-registered_on = Le jour de l’immatriculation ; vide si personne ne le sait.
register-field-cooperatives-removed = Si elle a quitté le registre.
register-field-cooperatives-removed_on = Le jour où elle l’a quitté ; vide si personne ne le sait.
register-field-cooperatives-members = Le nombre de ses membres ; vide si personne ne le sait.

register-wrong-choice = « { $value } » n’est pas une valeur possible.

# The desk.
register-role-agent = Agent de délégation
register-role-manager = Gérant de coopérative
register-desk = Bureau
register-desk-none = Rien n’attend de décision.
register-together = Procès-verbaux d’assemblées
register-together-lead = Ces procès-verbaux ne changent aucun chiffre : on peut en accepter plusieurs à la fois. Chacun est enregistré à part, à votre nom.
register-together-choose = Les procès-verbaux que vous avez lus
register-together-look = Ouvrir
register-together-accept = Accepter ceux qui sont choisis
register-together-none = Choisissez au moins une demande.
register-together-some = Certains n’ont pas été enregistrés ; la raison est à côté.
register-together-alone = Cette demande se décide seule.
register-together-some-wait = { PLURAL($n) ->
    [one] { $n } procès-verbal d’assemblée
   *[other] { $n } procès-verbaux d’assemblées à accepter ensemble
}
register-desk-decided = Décidé récemment
register-ask = Demander une modification
register-requests = Demandes de modification
register-request-new = Nouvelle demande
register-requests-before = Demandes précédentes
register-requests-none = Aucune demande pour l’instant.
register-request-filed = déposée le
register-request-effective = prend effet le
register-request-file = Déposer la demande
register-request-open = à examiner
register-request-returned = renvoyée
register-request-refused = refusée
register-request-accepted = acceptée
register-request-reason = Motif
register-request-since = Inscrit depuis le dépôt de la demande
register-field-name_ar = Nom en arabe
register-field-name_fr = Nom en français
register-field-place = Commune (nom ou code)
register-field-sector = Secteur
register-field-branch = Branche
register-field-women = Femmes
register-field-women_young = dont moins de 35 ans
register-field-men = Hommes
register-field-men_young = dont moins de 35 ans
register-field-legal_persons = Personnes morales
register-field-amount = Montant en dirhams
register-field-status = Situation
register-field-effective_on = Date d’effet
register-field-document = Pièce
register-field-document-note = Par exemple : procès-verbal de l’assemblée générale du…
register-effect-cooperative = Ce qui change pour la coopérative
register-effect-figures = Ce qui change dans les chiffres
register-effect-what = Objet
register-effect-before = Aujourd’hui
register-effect-after = Une fois acceptée
register-effect-none = Rien ne change.
register-decision = Décision
register-decision-reason = Motif (nécessaire pour renvoyer ou refuser)
register-decision-accept = Accepter et inscrire
register-decision-return = Renvoyer
register-decision-refuse = Refuser
register-field-ground = Motif légal
register-field-into = Numéro au registre de la coopérative qui continue
register-ground-none = À choisir
register-ground-liquidation_closed = Liquidation close
register-ground-court = Décision de justice
register-ground-transformed = Transformation ou scission
register-ground-vanished = Plus aucune trace d’existence
register-wrong-ground = Choisissez le motif de la radiation.
register-wrong-into = Écrivez le numéro d’une autre coopérative inscrite, comme KEN-000123.
register-four-eyes = Une radiation est saisie par un agent et décidée par un autre : un autre agent de la délégation, ou l’administration centrale.
register-due = À faire
register-due-none = Rien n’est dû.
register-due-members = Trouver d’autres membres : il y en a moins que la loi ne demande
register-due-capital = Augmenter le capital social : il est inférieur à ce que la loi demande
register-due-paid_up = Faire libérer le reste des parts souscrites
register-due-term = Nommer de nouveau les gérants ou le conseil
register-due-certificate = Fin de l’attestation de régularité
register-due-meeting = Tenir l’assemblée générale sur les comptes de { $year }
register-due-accounts = Déposer les comptes de { $year }
# { $about } is what the finding is about.
register-due-finding = Corriger ce qu’une visite a constaté : { $about }
register-due-call = à convoquer au plus tard le
register-due-until = jusqu’au
register-due-now = dès maintenant
register-due-more = { PLURAL($n) ->
    [one] encore { $n }
   *[other] encore { $n }
}
register-due-late = { PLURAL($n) ->
    [one] en retard de { $n } jour
    [many] en retard de { $n } de jours
   *[other] en retard de { $n } jours
}
register-field-year = Exercice
register-field-turnover = Chiffre d’affaires en dirhams
register-field-surplus = Excédent en dirhams (négatif : une perte)
register-field-members_funds = Fonds propres en dirhams
register-field-assets = Total de l’actif en dirhams
register-field-liabilities = Total du passif en dirhams
register-field-employees = Salariés
register-field-organ = Organe de gestion
register-field-persons = Nombre de personnes
register-field-until = Jusqu’au
register-field-meeting = Assemblée
register-field-present = Membres présents ou représentés
register-field-approved = Les comptes de l’exercice sont approuvés
register-field-held_on = Tenue le
register-answer-yes = oui
register-answer-no = non
register-field-non_members = dont opérations avec des tiers, en dirhams
register-field-legal_reserve = Mis à la réserve légale, en dirhams
register-field-education_reserve = Mis à l’éducation et à la formation, en dirhams
register-field-auditor_report = Rapport du commissaire aux comptes joint
register-breach-legal_reserve_min = Réserve légale : { $said } ; la règle demande au moins { $asked }, jusqu’à ce que la réserve égale le capital.
register-breach-education_reserve_min = Éducation et formation : { $said } ; la règle demande au moins { $asked }.
register-breach-non_members_max = Opérations avec des tiers : { $said } ; la règle permet au plus { $asked }.
register-breach-auditor_turnover_from = Chiffre d’affaires : { $said } ; à partir de { $asked }, un rapport du commissaire aux comptes est demandé.
register-breach-nothing = rien n’est indiqué
register-wrong-breach = Une règle confirmée ne le permet pas : voyez la loi en chiffres.
register-wrong-meeting = Choisissez l’assemblée ordinaire ou extraordinaire.
register-wrong-meeting-year = Le jour de l’assemblée, l’exercice { $value } n’était pas encore clos.
register-wrong-present = Écrivez combien de membres étaient présents ou représentés.
register-wrong-present-many = { $value } présents ou représentés : la coopérative n’a pas autant de membres.
register-wrong-approved = Seule l’assemblée ordinaire approuve les comptes.
register-wrong-before-registration = La coopérative n’était pas encore immatriculée le { $value }.
register-wrong-year = Écrivez un exercice clos, comme 2025.
register-wrong-turnover = Écrivez le chiffre d’affaires de l’exercice, 0 s’il n’y en a pas eu.
register-wrong-organ = Choisissez les gérants ou le conseil.
register-wrong-until = Le mandat finit avant de commencer.
register-wrong-persons = Écrivez le nombre de personnes, une au moins.
register-wrong-kind = Choisissez le type de demande dans la liste.
register-wrong-name = Écrivez le nom en arabe ou en français.
register-wrong-place = Choisissez une commune de la liste ou écrivez son code.
register-wrong-branch = Choisissez une branche de la liste.
register-wrong-amount = Écrivez un montant entier en dirhams, plus grand que zéro.
register-wrong-effective = Écrivez une date déjà venue, comme 2026-12-31.
register-wrong-document = Indiquez la pièce sur laquelle repose la demande.
register-wrong-text = 200 caractères au plus.
register-wrong-reason = Écrivez le motif, en 2 000 caractères au plus.
register-wrong-decision = Acceptez, renvoyez ou refusez.
register-wrong-decided = Quelqu’un d’autre a déjà décidé de cette demande.
register-wrong-conflict = Quelqu’un d’autre a inscrit quelque chose sur cette coopérative entre-temps : voyez ce qui a changé, puis décidez. Ce que vous avez écrit est gardé.
register-request-waits = { PLURAL($n) ->
    [one] attend depuis { $n } jour
   *[other] attend depuis { $n } jours
}
register-desk-open = { PLURAL($n) ->
    [one] { $n } demande attend une décision
   *[other] { $n } demandes attendent une décision
}
# L’espace de la coopérative : sa situation et l’attestation de régularité.
register-members-roll = Registre des membres
register-acting = Qui agit ici pour elle
register-room = L’espace de la coopérative
register-standing = Régularité
register-standing-good = En règle au { $day }
register-standing-good-why = La coopérative est active, et rien de ce que demande une règle confirmée n’est en retard.
register-standing-get = Attestation de régularité (PDF)
register-standing-share = La montrer en ligne
register-standing-would-hold = Établie aujourd’hui, elle vaut jusqu’au { $day } ; chacun peut la vérifier.
register-standing-last = La dernière attestation établie vaut jusqu’au { $day }.
register-standing-not-good = Pas en règle au { $day }
register-standing-refused = Une attestation de régularité ne peut pas être établie. Voici ce qui manque ; chaque ligne mène au formulaire qui convient.
register-standing-dormant = La coopérative est inscrite comme étant en sommeil : demandez à votre délégation d’inscrire la reprise d’activité.
register-standing-in_liquidation = La coopérative est dissoute et en liquidation : plus aucune attestation n’est établie pour elle.
register-standing-removed = La coopérative n’est plus au registre : plus aucune attestation n’est établie pour elle.
register-standing-warnings = Avertissements
register-standing-warnings-why = Ceci ne repose sur aucune règle confirmée : la régularité n’en dépend pas.
register-standing-to-come = À venir
register-standing-met = Ce qui est respecté
register-standing-met-members = Assez de membres
register-standing-met-capital = Un capital social suffisant
register-standing-met-paid_up = Un capital entièrement libéré
register-standing-met-term = Un mandat en cours
register-standing-met-meeting = Assemblées générales sur les comptes : { $years }
register-standing-met-accounts = Comptes déposés : { $years }
register-standing-unknown-members = Le registre ne sait pas combien de membres elle a.
register-standing-unknown-capital = Le registre ne connaît pas son capital social en dirhams.
register-standing-unknown-paid_up = Le registre ne sait pas combien du capital est libéré.
register-standing-certificate = Attestation de régularité
register-standing-attests = Au { $day }, cette coopérative est inscrite au registre et active, et rien de ce que demande une règle confirmée du registre n’est en retard.
register-standing-says = Ce que dit l’attestation
register-standing-reference = Attestation nº
register-standing-on = En règle au
register-standing-until = Vaut jusqu’au
register-standing-code = Code QR qui mène à la page de vérification de cette attestation
register-standing-check = Vérifiez cette attestation
register-standing-check-how = Scannez ce code : la page dit si la signature est bonne, et si l’attestation vaut encore aujourd’hui. Sans connexion, la signature se vérifie avec la clé publiée. Seul fait foi ce que le code contient.
register-standing-holds = Le { $day }, elle vaut : la coopérative est en règle.
register-standing-holds-not = Le { $day }, elle ne vaut pas
register-standing-over = Elle vaut jusqu’au { $day }.
register-standing-later = Elle a été établie plus tard, le { $day }.
register-standing-endless = Elle ne dit pas jusqu’à quand elle vaut.
register-standing-lost = La coopérative n’est pas en règle ce jour-là.
register-standing-other-journal = Le registre ne retrouve pas dans son journal ce qui a été signé ce jour-là.
register-standing-ask-another = Demandez à la coopérative une attestation de ce jour.

register-calendar = Échéances pour votre agenda (ICS)
register-reminders = Rappels par courriel ou SMS
register-calendar-name = Échéances : { $name }
register-governance = Gouvernance
register-governance-since = Depuis le
register-governance-end = Fin
register-governance-open = Le registre ne sait pas jusqu’à quand.
register-governance-soon = { PLURAL($n) ->
    [one] Le mandat finit dans { $n } jour.
    [many] Le mandat finit dans { $n } de jours.
   *[other] Le mandat finit dans { $n } jours.
}
register-governance-over = Le mandat est fini : nommez de nouveau ceux qui gèrent la coopérative.
register-governance-replaced = remplacé le { $day }
register-governance-none = Le registre ne sait pas qui gère cette coopérative.
register-governance-names = Le registre dit quel organe gère la coopérative et combien de personnes en font partie, jamais leurs noms.
register-governance-offices = Qui dirige la coopérative, par nom
register-governance-before = Les organes précédents

# L’extrait du registre.
register-extract = Extrait du registre des coopératives
register-extract-get = Extrait en PDF
register-extract-about = Signé, avec un code que chacun peut vérifier.
register-extract-number = Numéro au registre
register-extract-line = Mention
register-extract-says = Ce que dit le registre
register-extract-categories = Catégorie
register-extract-place = Siège
register-extract-removed-on = A quitté le registre le
register-extract-and = {" "}et{" "}
register-extract-code = Code QR qui mène à la page de vérification de cet extrait
register-extract-check = Vérifiez cet extrait
register-extract-check-how = Scannez ce code : la page dit ce que cet extrait disait, si la signature est bonne, et ce que le registre dit aujourd’hui. Sans connexion, la signature se vérifie avec la clé publiée. Seul fait foi ce que le code contient.
register-extract-issued = Établi le { $day }
register-category-supplies = les membres fournissent des biens ou des services
register-category-serves = fournit des biens ou des services à ses membres
register-category-employs = offre un travail salarié à ses membres
register-wrong-future = { $value } est encore à venir. Choisissez aujourd’hui ou un jour passé.
register-wrong-not-yet = Au { $value }, cette coopérative n’était pas encore au registre. Choisissez un jour plus récent.

# Vérifier une preuve.
register-verify = Vérifier un document
register-verify-lead = Un extrait du registre et une attestation de régularité portent un code QR. Scannez-le avec votre téléphone, ou collez ici son texte ou son adresse.
register-verify-proof = Texte ou adresse du code
register-verify-hint = AF…
register-verify-do = Vérifier
register-verify-where = Dans un PDF ouvert sur un écran, le code est aussi un lien : un clic suffit.
register-verify-refused = Ce n’est pas une preuve valable
register-verify-damaged = Il en manque une partie, ou une lettre a été changée. Scannez le code à nouveau, ou collez le texte entier. Une preuve n’a que les lettres A à Z et les chiffres 2 à 7.
register-verify-newer = Elle a été faite par une version plus récente de ce programme, qui seule peut la lire.
register-verify-unknown-key = Elle dit avoir été signée avec la clé { $key }, que ce registre n’a jamais eue. Elle vient peut-être d’un autre registre : vérifiez-la à l’adresse imprimée sur le document.
register-verify-forged = La clé { $key } n’a pas signé ceci : le contenu a été changé après la signature, ou n’a jamais été signé. Ne vous y fiez pas, et demandez un nouveau document.
register-verify-out-of-use = Elle dit avoir été faite un jour où la clé { $key } n’était pas utilisée. Ne vous y fiez pas, et demandez un nouveau document.
register-verify-genuine = Ce document est authentique.
register-verify-signed = Établi et signé par ce registre le { $day }, clé { $key }.
register-verify-other-journal = Le registre ne retrouve pas dans son journal ce qui a été signé ce jour-là. Comparez chaque ligne et demandez à l’office.
register-verify-changes = { PLURAL($n) ->
    [one] { $n } mention a changé.
    [many] { $n } de mentions ont changé.
   *[other] { $n } mentions ont changé.
}
register-verify-changes-why = Le document disait vrai le jour où il a été établi ; des actes ont été inscrits ou ont pris effet depuis.
register-verify-same = Le registre dit la même chose au { $day }.
register-verify-beside = Le document et le registre côte à côte
register-verify-said = Le document, au { $day }
register-verify-says = Le registre, au { $day }
register-verify-differs = différent
register-verify-its-day = Au jour du document, avec ce qui est connu aujourd’hui
register-verify-acts = Les actes de cette coopérative
register-verify-behind = Ce qui a été signé
register-verify-journal = Le journal en était à l’acte nº { $seq }, dont l’empreinte commence par { $hash }.
register-verify-never = Le registre ne connaît pas cette coopérative.
register-verify-offline = Sans connexion
register-verify-offline-how = Le code contient tout ce que dit le document, et une signature Ed25519. Qui garde nos clés publiques vérifie la signature sans nous demander, même si ce site n’existe plus. Le format est public et ne change pas.
register-verify-key = Clé
register-keys = Clés de signature
register-keys-none = Il n’y a pas encore de clé : la première est faite avec le premier extrait.
register-keys-since = Depuis le
register-keys-until = Jusqu’au
register-keys-public = Clé publique (base64url)
register-keys-in-use = utilisée
register-keys-file = Toutes les clés en JSON (JWK)

# La loi en chiffres
register-rules = La loi en chiffres
register-rules-lead = Chaque nombre de la loi sur lequel s’appuie ce registre, avec son article et l’endroit où il a été lu. Un nombre qui change reçoit une seconde ligne ; ce qui a été fait avant est jugé selon celui de son jour.
register-rules-what = Règle
register-rules-value = Nombre
register-rules-where = Où elle figure
register-rules-since = En vigueur depuis
register-rules-unconfirmed = non confirmé
register-rules-unchecked = connu, pas encore vérifié
register-rules-unconfirmed-note = Ce qui n’est pas confirmé relève de l’usage ou d’une loi antérieure : le registre avertit seulement. Seuls les articles en arabe, au Bulletin officiel, font foi.
register-rules-source = Lu dans
register-rules-file = Le tableau en CSV
register-rule-members_min = Membres, au moins, à la création
register-rule-members_kept_min = Membres, au moins, par la suite
register-rule-founder_age_min = Âge d’un fondateur, au moins
register-rule-capital_min = Capital social, au moins
register-rule-share_min = Une part, au moins
register-rule-paid_at_subscription_min = Versé sur les parts en numéraire à la souscription, au moins
register-rule-paid_in_full_within = Reste des parts en numéraire, versé après l’immatriculation dans un délai de
register-rule-cash_blocked_within = Fonds reçus, déposés au compte bancaire de la coopérative dans un délai de
register-rule-called_share_paid_within = Parts appelées, versées après mise en demeure dans un délai de
register-rule-name_answered_within = Réponse sur une dénomination, dans un délai de
register-rule-name_valid_for = Une dénomination reste réservée pendant
register-rule-copies_filed = Demande d’immatriculation, en
register-rule-file_entered_within = Dossier, inscrit par le greffe au registre local dans un délai de
register-rule-copy_sent_within = Copie du dossier, envoyée par le greffe à l’office dans un délai de
register-rule-copy_entered_within = Copie du dossier, inscrite par l’office au registre central dans un délai de
register-rule-meeting_within = Assemblée générale, après la fin de l’exercice dans un délai de
register-rule-accounts_filed_within = Comptes annuels, déposés après l’assemblée dans un délai de
register-rule-sections_members_above = Assemblées de section permises au-dessus de
register-rule-managers_max = Gérants, au plus
register-rule-managers_members_below = Des gérants au lieu d’un conseil, en dessous de
register-rule-managers_turnover_below = Des gérants au lieu d’un conseil, chiffre d’affaires inférieur à
register-rule-board_min = Administrateurs d’un conseil, au moins
register-rule-board_max = Administrateurs d’un conseil, au plus
register-rule-board_multiple_of = Administrateurs d’un conseil, un multiple de
register-rule-board_term = Mandat d’un administrateur
register-rule-auditor_turnover_from = Un commissaire aux comptes à partir d’un chiffre d’affaires de
register-rule-legal_reserve_min = De l’excédent à la réserve légale, au moins
register-rule-education_reserve_min = De l’excédent à l’éducation et à la formation, au moins
register-rule-non_members_max = Opérations avec des tiers, part du chiffre d’affaires au plus
register-rule-interest_max = Intérêt des parts, au plus
register-rule-union_members_min = Coopératives dans une union, au moins
register-rule-meeting_called_before = Assemblée, convoquée avant son jour de
register-rule-tax_exempt_turnover_max = Exonération de l’impôt sur les sociétés jusqu’à un chiffre d’affaires de
register-rule-tender_certificate_valid_for = Attestations pour un marché public, datant de moins de
register-rule-standing_certificate_valid_for = Une attestation de régularité vaut pendant
register-rule-first_visit_within = Une coopérative est nouvelle pour sa délégation pendant
register-rule-request_decided_within = Une demande de modification est examinée sous
register-rule-reminded_after_mandate_for = Rappels à qui a agi en dernier, tant que personne n’agit, pendant
register-unit-persons = { PLURAL($n) ->
    [one] { $n } personne
    [many] { $n } de personnes
   *[other] { $n } personnes
}
register-unit-cooperatives = { PLURAL($n) ->
    [one] { $n } coopérative
    [many] { $n } de coopératives
   *[other] { $n } coopératives
}
register-unit-copies = { PLURAL($n) ->
    [one] { $n } exemplaire
    [many] { $n } d’exemplaires
   *[other] { $n } exemplaires
}
register-unit-days = { PLURAL($n) ->
    [one] { $n } jour
    [many] { $n } de jours
   *[other] { $n } jours
}
register-unit-months = { PLURAL($n) ->
    [one] { $n } mois
    [many] { $n } de mois
   *[other] { $n } mois
}
register-unit-years = { PLURAL($n) ->
    [one] { $n } an
    [many] { $n } d’ans
   *[other] { $n } ans
}
register-text-law-112-12 = loi 112-12
register-text-decree-2-15-617 = décret 2-15-617
register-text-decree-2-22-431 = décret 2-22-431
register-text-general-tax-code = Code général des impôts
register-article = { $text }, art. { $article }

# Pourquoi le registre refuse un acte.
register-refusal-not-registered = La coopérative { $number } n’est pas immatriculée.
register-refusal-registered-twice = La coopérative { $number } est déjà immatriculée.
register-refusal-unreadable = Ce que dit cet acte n’a pas pu être lu.
register-refusal-before-registration = Le { $day } précède l’immatriculation de la coopérative { $number }, le { $other }.
register-refusal-gone = La coopérative { $number } n’existe plus le { $day } : elle a quitté le registre le { $other }.
register-refusal-gone-already = La coopérative { $number } a déjà quitté le registre.
register-refusal-member-twice = Le membre { $member } est déjà sur la liste des membres.
register-refusal-no-member = Le membre { $member } n’est pas sur la liste des membres.
register-refusal-shares = Ce nombre de parts ne peut pas bouger ainsi : { $n }. Une part au moins passe d’un membre à un autre, entre ou sort.
register-refusal-shares-not-held = Les parts détenues sont au nombre de { $held }, moins que { $n }.
register-refusal-shares-left = Le membre détient encore des parts ({ $n }) : cédez-les ou remboursez-les avant son départ.
register-refusal-currency = Le capital est tenu dans une autre monnaie ({ $kept }) que celle qui est donnée ici ({ $given }).
register-refusal-capital-negative = Le capital serait inférieur à zéro.
register-refusal-more-paid-than-subscribed = Le capital libéré ({ $paid }) serait plus grand que le capital ({ $capital }).
register-refusal-more-present-than-members = { PLURAL($n) ->
    [one] { $n } présent ou représenté : plus que de membres ({ $members }).
    [many] { $n } de présents ou représentés : plus que de membres ({ $members }).
   *[other] { $n } présents ou représentés : plus que de membres ({ $members }).
}
register-refusal-filed-twice = Les comptes de { $year } sont déjà déposés : il faut d’abord les annuler.
register-refusal-unbalanced = Le bilan n’est pas équilibré : { $assets } à l’actif, { $liabilities } au passif.
register-refusal-nameless = Il faut à une coopérative une dénomination en arabe ou en français.
register-refusal-more-young-than-all = Les moins de 35 ans ({ $young }) sont plus nombreux que tous ensemble ({ $all }).
register-refusal-legal-person = Une personne morale n’a ni sexe ni âge.
register-refusal-meeting-without-year = Une assemblée ordinaire porte sur un exercice : indiquez-le.
register-refusal-meeting-extraordinary = Seule l’assemblée ordinaire approuve les comptes.
register-refusal-negative = Le nombre { $value } est inférieur à zéro.
register-refusal-negative-amount = Le montant { $value } est inférieur à zéro.
register-refusal-too-many = Le nombre { $value } est trop grand : au plus { $most }.
register-refusal-too-much = Le montant { $value } est trop grand : au plus { $most }.
register-request-files = Pièces sur lesquelles la demande s’appuie
register-visit-files = Photos et pièces de la visite
register-phrases = Motifs fréquents, pour un retour ou un refus
register-phrase-paper_missing = Une pièce manque.
register-phrase-paper_unreadable = Une pièce est illisible.
register-phrase-unsigned = Une signature manque.
register-phrase-day_wrong = La date n’est pas la bonne.
register-phrase-differs_from_paper = Ce qui est saisi ne correspond pas à la pièce.
register-phrase-meeting_irregular = L’assemblée n’a pas été tenue selon les règles.
register-desk-came-back = Revenues après correction
register-request-came-back = revenue après correction
register-desk-projects = Créations à examiner
register-desk-projects-all = Tous les projets, et un nouveau sur papier
register-desk-whom-all = Toutes, par ordre de priorité
register-desk-since = Enregistré depuis hier
# The workbook of yearly accounts.
register-workbook = À partir d’un classeur
register-workbook-note = Ce que dit le classeur remplit le formulaire ci-dessus : relisez-le, puis envoyez-le.
register-workbook-template = Un classeur vide à remplir (XLSX)
register-workbook-fill = Remplir le formulaire
register-wrong-workbook = Ce n’est pas un classeur de comptes : prenez le classeur vide et remplissez-le.
register-wrong-workbook-rows = Le classeur a une seule ligne, d’un seul exercice.
# Names that could be taken for another.
register-alike = Noms qui se ressemblent
register-alike-none = Aucun nom ne lui ressemble.
register-alike-same = mêmes mots
register-alike-sound = même prononciation
register-alike-letters = une ou deux lettres de différence
register-alike-words = l’un contient l’autre
register-alike-kept = gardé pour des fondateurs à qui il a été accordé
register-wrong-name-kept = Ce nom est gardé pour des fondateurs à qui il a été accordé : aucune coopérative ne le prend avant que cela finisse.
# A request about which somebody else was faster.
register-decision-typed = Ce que vous aviez écrit
register-request-decided-on = Décidé le { $day }
# Retirer une demande, la corriger, faire annuler un acte.
register-request-withdrawn = retirée
register-request-voided = Annulation d’un acte
register-request-removal_voided = Annulation d’une radiation
register-request-withdrawn-on = Retirée le { $day } par qui l’avait déposée
register-request-withdraw = Retirer la demande
register-request-again = Corriger et demander de nouveau
register-request-corrects = Corrige la demande n° { $id }, qui a été renvoyée. Ses pièces restent jointes.
register-request-files-before = Pièces de la demande renvoyée n° { $id }
register-void-ask = Un acte est faux ? Demander son annulation
register-void-mistyped = Erreur de saisie
register-void-twice = Inscrit deux fois
register-void-never = N’a jamais eu lieu
register-void-other = Concerne une autre coopérative
register-field-act = Acte à annuler
register-field-why = Pourquoi il est faux
register-wrong-act = Choisissez un acte de cette coopérative.
register-wrong-why = Choisissez pourquoi l’acte est faux.
register-wrong-ice = « { $value } » n’est pas un ICE : il a 15 chiffres, zéros du début compris.
register-wrong-ice-check = « { $value } » n’est pas un ICE : les deux derniers chiffres ne vont pas avec les autres. Relisez-le sur l’attestation.
# Ce que les règles disent de la situation après une demande.
register-effect-stops = Une règle confirmée ne le permet pas
register-effect-due = En retard dès lors : { $what }
register-finding-members_kept_min = Membres : { $number } ; la règle demande au moins { $asked }.
register-finding-union_members_min = Membres de l’union : { $number } ; la règle demande au moins { $asked }.
register-finding-capital_min = Capital social : { $number } ; la règle demande au moins { $asked }.
register-finding-managers_max = Gérants : { $number } ; la règle permet au plus { $asked }.
register-finding-managers_members_below = Membres : { $number } ; des gérants au lieu d’un conseil suffisent en dessous de { $asked }.
register-finding-managers_turnover_below = Chiffre d’affaires : { $number } ; des gérants au lieu d’un conseil suffisent en dessous de { $asked }.
register-finding-board_min = Administrateurs : { $number } ; la règle demande au moins { $asked }.
register-finding-board_max = Administrateurs : { $number } ; la règle permet au plus { $asked }.
register-finding-board_multiple_of = Administrateurs : { $number } ; la règle demande un multiple de { $asked }.
register-finding-board_term = Le mandat finirait le { $until } ; la règle permet au plus { $asked }.
# Ce que reçoit, par courriel ou SMS, qui a déposé une demande.
register-notice-accepted = Votre demande est acceptée : { $what }
register-notice-accepted-says = Votre demande pour la coopérative { $number } est acceptée et inscrite : { $what }.
register-notice-returned = Votre demande est renvoyée : { $what }
register-notice-returned-says = Votre demande pour la coopérative { $number } est renvoyée : { $what }. Lisez le motif, corrigez et demandez de nouveau.
register-notice-refused = Votre demande est refusée : { $what }
register-notice-refused-says = Votre demande pour la coopérative { $number } est refusée : { $what }. Lisez le motif.
register-refusal-unvoidable = L’acte n° { $act } ne s’annule pas ainsi : une immatriculation et une annulation restent, et une radiation s’annule par une demande à part.
register-refusal-stood-on = L’acte n° { $act } ne peut pas être annulé : l’acte n° { $by } s’appuie sur lui. Faites d’abord annuler celui-là.
register-refusal-roll-kept = La liste des membres est tenue : ce sont ses membres qui comptent, et rien n’est déclaré.
register-refusal-not-active = La coopérative n’était pas active ce jour-là.
register-refusal-not-dormant = La coopérative n’était pas en sommeil ce jour-là.
register-refusal-ice-taken = Cet ICE est celui de la coopérative { $number }.
register-refusal-against-rule = Une règle confirmée ne le permet pas : { $rule }.
