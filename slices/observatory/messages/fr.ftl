# La page d’accueil.
observatory-title = Le registre vivant des coopératives
observatory-lead = Lisez un chiffre à n’importe quelle date, tel qu’il était connu à n’importe quel moment, et ouvrez les actes qui le fondent.
# Avant la date : au 31 décembre 2022.
observatory-on = Au
observatory-known-now = tel que connu aujourd’hui
observatory-cooperatives = Coopératives
observatory-members = Membres
observatory-women = Femmes membres
observatory-womens-cooperatives = Coopératives féminines
observatory-share-capital = Capital social
observatory-of-members = { $share } des membres
observatory-of-cooperatives = { $share } des coopératives
observatory-acts = voir les actes
observatory-by-region = Coopératives par région
observatory-region = Région
observatory-count = Nombre
observatory-share = Part
observatory-rounded = Chaque part est arrondie séparément ; leur somme peut différer de 100 %.
observatory-stands-on = Sur quoi cela repose
observatory-act-count = { PLURAL($n) ->
    [one] { $n } acte
    [many] { $n } d’actes
   *[other] { $n } actes
}
observatory-last = Le dernier a été enregistré le
observatory-hash = Son sceau :
observatory-proof = Un acte n’est jamais modifié ni supprimé, et chacun porte le sceau du précédent. Chacun peut refaire le calcul.
observatory-empty = Le registre est encore vide
observatory-empty-import = Importez une liste de coopératives :
observatory-empty-demo = Ou visitez un pays inventé :
observatory-search = Chercher
observatory-search-hint = Nom, produit, commune…
observatory-explore = Explorer ces chiffres
observatory-latest = Ce qui vient d’arriver
observatory-menu-figures = Chiffres

# What is wrong with a question.
observatory-wrong-period = Donnez soit une date, soit une période.
observatory-wrong-measure = Choisissez ce qui est compté.
observatory-wrong-where = Écrivez DIMENSION=VALEUR, comme delegation=KEN.
observatory-wrong-value = « { $value } » n’existe pas dans le registre.

# A figure in words, what stands behind it, and what has changed since.
observatory-on-day = Au { $day }
observatory-during = Du { $from } au { $to }
observatory-until = Jusqu’au { $to }
observatory-known-on = tel que connu le { $day }
observatory-behind = Ce qui fonde ce chiffre
observatory-behind-lead = Ce chiffre n’est pas saisi : c’est la somme de ce que disent ces actes.
observatory-by-kind = Par nature d’acte
observatory-by-year = Par année d’effet
observatory-all-acts = Tous les actes
observatory-next-acts = Actes suivants
observatory-behind-private = Les actes ne nomment jamais une personne.
observatory-changes = Ce qui a changé depuis
observatory-difference = Différence
observatory-changes-none = Rien : aucun acte inscrit entre ces deux moments ne touche ce chiffre.
observatory-changes-even = Le chiffre est le même, bien que des actes le touchent : ils se compensent.
observatory-changes-lead = Des actes inscrits entre ces deux moments touchent une date passée : le chiffre publié alors reste vrai pour ce qui était connu.
observatory-known-first = Tel que connu le
observatory-known-second = puis tel que connu le
observatory-compare = Comparer
observatory-changes-acts = Les actes qui font la différence
observatory-behind-count = { PLURAL($n) ->
    [one] { $n } acte
    [many] { $n } d’actes
   *[other] { $n } actes
}
observatory-acts-shown = { PLURAL($n) ->
    [one] { $n } acte
    [many] { $n } d’actes
   *[other] { $n } actes
}
observatory-year-count = { PLURAL($n) ->
    [one] { $n } année
    [many] { $n } d’années
   *[other] { $n } années
}

# The explorer.
observatory-explorer = Chiffres
observatory-wrong = La question ne peut pas recevoir de réponse telle quelle :
observatory-since = Connu aujourd’hui pour la même date : { $value }.
observatory-since-why = Ce qui a changé depuis
observatory-choose = Choisir un autre chiffre, une autre date, un autre lieu
observatory-measure = Ce qui est compté
observatory-from = Du
observatory-to = au
observatory-date = À la date du
observatory-known = Tel que connu le
observatory-where = Où
observatory-everywhere = Partout
observatory-sector = Secteur
observatory-all-sectors = Tous les secteurs
observatory-by = Ventilé par
observatory-and-by = et par
observatory-by-nothing = —
observatory-known-hint = Laissez vide pour ce qui est connu aujourd’hui. Une date passée redonne le chiffre tel qu’on le connaissait alors : les actes inscrits depuis ne comptent pas.
observatory-show = Afficher
observatory-table = Le tableau
observatory-total = Total
observatory-download = Télécharger :
observatory-definition = Ce que cela veut dire
observatory-stock = Compté à une date.
observatory-flow = Compté sur une période.
observatory-source = Source :
observatory-cite = Citer ce chiffre
observatory-cited = Twiza, { $measure }, { $when }, { $known }, acte n° { $seq }, sceau { $hash }.
observatory-permalink = Adresse permanente
observatory-permalink-note = Cette adresse donnera toujours la même réponse, quels que soient les actes inscrits plus tard.
observatory-more = { PLURAL($n) ->
    [one] { $n } ligne de plus dans les données.
    [many] { $n } de lignes de plus dans les données.
   *[other] { $n } lignes de plus dans les données.
}
observatory-as-table = En tableau

# The method, and the interface for programs.
observatory-method = Méthode
observatory-method-lead = Comment les chiffres sont faits, et comment chacun peut les vérifier.
observatory-method-acts = Des actes, pas des totaux
observatory-method-acts-text = Personne ne saisit un total. On inscrit des actes : une coopérative est immatriculée, des membres sont admis, un siège est transféré. Chaque chiffre est la somme de ce que ces actes disent. Un acte n’est jamais modifié ni supprimé : s’il est faux, un autre acte l’annule.
observatory-method-dates = Deux dates
observatory-method-dates-text = Un chiffre a toujours deux dates. La date de référence dit de quel jour on parle. La date de connaissance dit ce que le registre savait à un moment donné. Avec les deux, un chiffre publié il y a des années se retrouve au chiffre près, même si des actes tardifs sont arrivés depuis.
observatory-method-example = Un exemple : au 31 décembre 2022, la délégation { $place } comptait { $before } coopératives telles que connues fin 2023. On en connaît aujourd’hui { $now } pour le même jour.
observatory-method-late = Actes tardifs et corrections
observatory-method-late-text = Un acte inscrit longtemps après sa date d’effet change les chiffres du passé tels qu’on les connaît aujourd’hui, jamais tels qu’on les connaissait alors. La page d’un chiffre dit ce qui a changé depuis, acte par acte.
observatory-method-unknown = Ce qu’on ne sait pas
observatory-method-unknown-text = L’inconnu est une valeur. Un sexe, un secteur ou un lieu inconnu est montré comme tel : il n’est ni supprimé, ni réparti. Ce qui est arrivé à une date inconnue compte depuis toujours dans un stock, et dans aucune période.
observatory-method-rounding = Arrondis
observatory-method-rounding-text = Chaque part est arrondie séparément, à l’unité la plus proche. La somme des parts arrondies peut donc différer de cent.
observatory-method-privacy = Vie privée
observatory-method-privacy-text = Le journal ne contient aucun nom de personne, aucune date de naissance, aucun numéro d’identité. Un membre y est désigné par un identifiant qui ne dit rien de lui.
observatory-method-proof = Vérifier soi-même
observatory-method-proof-text = Chaque acte porte un sceau (SHA-256) calculé sur l’acte et sur le sceau du précédent : changer un seul caractère du passé changerait tous les sceaux suivants. Avec une copie du journal, ces commandes refont tout le calcul depuis le premier acte :
observatory-method-licence = Licence
observatory-method-licence-text = Les données se réutilisent librement sous la licence Creative Commons Attribution 4.0, en citant la source. Les contours des cartes viennent d’OpenStreetMap (ODbL).
observatory-method-measures = Ce qui est compté
observatory-method-by = Selon :
observatory-unit-money = En argent, dans sa monnaie.
observatory-unit-count = En nombre.
observatory-interface = Interface pour programmes
observatory-interface-lead = Tous les chiffres, tous les actes et toutes les coopératives, en JSON et en CSV, sans compte. Les descriptions sont en anglais.
observatory-interface-example = Exemple :

# Les données ouvertes.
observatory-data = Données ouvertes
observatory-data-lead = Tout le registre en tables, libre d’usage : à télécharger, à ouvrir dans un tableur, à réutiliser.
observatory-data-known = Tel que connu le
observatory-data-rows = { PLURAL($n) ->
    [one] { $n } ligne
    [many] { $n } de lignes
   *[other] { $n } lignes
}
observatory-data-fields = { PLURAL($n) ->
    [one] Le { $n } champ
    [many] Les { $n } de champs
   *[other] Les { $n } champs
}
observatory-data-field = Champ
observatory-data-kind = Valeurs
observatory-data-means = Signification
observatory-kind-text = texte
observatory-kind-integer = nombre entier
observatory-kind-truth = oui ou non
observatory-kind-day = jour
observatory-kind-instant = instant
observatory-data-use = Réutilisation libre
observatory-data-private = Aucune table ne dit rien d’une personne. Les actes qui concernent un seul membre y sont sans leur contenu ; les écritures ne distinguent ni le sexe ni l’âge.
observatory-data-hourly = Les fichiers sont faits à partir du journal quand on les demande, et refaits au plus une fois par heure. Le numéro dans le nom d’un fichier est celui du dernier acte qu’il connaît.
observatory-data-machines = Pour les programmes
observatory-feed = Ce qui vient d’être enregistré
observatory-publisher = Twiza, le registre vivant des coopératives
observatory-dataset-figures = Chiffres par territoire et par année
observatory-dataset-figures-about = Chaque mesure en chaque lieu de chaque niveau : à la fin de l’année pour ce qui se compte à une date, pendant l’année pour le reste. L’année en cours s’arrête à aujourd’hui.
observatory-dataset-acts = Actes
observatory-dataset-acts-about = Le journal : ce qui s’est passé, quand cela a pris effet, quand cela a été enregistré, et le sceau qui le prouve.
observatory-dataset-entries = Écritures
observatory-dataset-entries-about = Ce que chaque acte ajoute à chaque mesure, quel jour et où. Les chiffres sont des sommes de ces montants.
observatory-dataset-territories = Territoires
observatory-dataset-territories-about = Régions, délégations, provinces et communes, avec les jours où elles valent.
observatory-dataset-terms = Secteurs et branches
observatory-dataset-terms-about = Les noms des codes de secteurs et de branches en trois langues.
observatory-field-measure = Le code de ce qui est compté, comme à la page de la méthode.
observatory-field-level = Le type de lieu : pays (country), région, délégation, province ou commune.
observatory-field-place = Le code du lieu, comme dans la table des territoires.
observatory-field-year = L’année ; vide pour ce qui s’est passé un jour inconnu.
observatory-field-currency = La devise par son code ISO 4217, s’il s’agit d’argent.
observatory-field-amount = Le montant ; l’argent en centièmes, ou en millièmes pour les devises qui en ont.
observatory-field-value = Le même montant comme on l’écrit, l’argent dans son unité.
observatory-field-seq = Le numéro de l’acte au journal.
observatory-field-subject = Ce dont parle l’acte, par type et numéro.
observatory-field-kind = Ce qui s’est passé.
observatory-field-effective_on = Le jour de la prise d’effet ; vide si personne ne le sait.
observatory-field-recorded_at = L’instant de l’enregistrement.
observatory-field-author = Qui l’a enregistré.
observatory-field-document = Le document qui le fonde.
observatory-field-voids = Le numéro de l’acte que celui-ci annule.
observatory-field-body = Ce que dit l’acte, en JSON.
observatory-field-withheld = Si le contenu est omis, parce qu’il concerne un seul membre.
observatory-field-hash = Le sceau (SHA-256) de cet acte et du sceau du précédent.
observatory-field-code = Le code.
observatory-field-parent = Le code du lieu d’un niveau au-dessus.
observatory-field-delegation = Le code de la délégation dont relève une province.
observatory-field-name_ar = Le nom en arabe.
observatory-field-name_fr = Le nom en français.
observatory-field-name_en = Le nom en anglais.
observatory-field-from = Le premier jour où cela vaut ; vide si c’est depuis toujours.
observatory-field-until = Le dernier jour où cela vaut ; vide si cela vaut encore.
observatory-field-dimension = Ce dont relève le code : secteur ou branche.

# Territories: the regions, provinces, communes and delegations.
observatory-territories = Territoires
observatory-territories-lead = Chaque région, province, commune et délégation avec ses coopératives, à n’importe quelle date.
observatory-territories-all = Toutes les régions et délégations
observatory-regions = Régions
observatory-delegations = Délégations
observatory-delegations-note = Une délégation n’est pas une partie d’une région : certaines en couvrent deux ou trois.
observatory-place-missing = Ce lieu n’existe pas
observatory-place-missing-code = Aucun lieu n’a le code { $code }.
observatory-place-near = Cherchiez-vous
observatory-crumbs = Où cela se trouve
observatory-moment-other = Une autre date
observatory-moment-now = Voir la situation d’aujourd’hui
observatory-tree = Découpage du
observatory-tree-on = découpage du { $day }
observatory-wrong-future = « { $value } » n’est pas encore là : donnez une date jusqu’à aujourd’hui, ou laissez vide.
observatory-by-province = Coopératives par province ou préfecture
observatory-by-commune = Coopératives par commune
observatory-by-sector = Coopératives par secteur
observatory-other-sectors = Autres secteurs
observatory-members-by-sex = Membres par sexe
observatory-growth = Coopératives d’année en année
observatory-at-end = Fin d’année
observatory-registered-in = Immatriculées
observatory-newest = Coopératives les plus récentes
observatory-known-today = D’autres chiffres sont connus aujourd’hui pour la même date :
observatory-changes-see = ce qui a changé
observatory-unchanged = Rien de ce qui a été inscrit depuis n’a changé ces chiffres.
observatory-colon = {" "}:
observatory-comma = ,
observatory-others = Autres

# Bulletins.
observatory-bulletins = Bulletins
observatory-bulletins-lead = Ce qui est publié reste tel quel. Chaque bulletin dit de quelle date il parle et ce qui était connu alors ; chacun de ses chiffres s’ouvre sur ses actes.
observatory-bulletins-none = Aucun bulletin n’a encore été publié.
observatory-bulletin-title-country = { $place } : les coopératives en { $year }
observatory-bulletin-title-region = Région { $place } : les coopératives en { $year }
observatory-bulletin-title-delegation = { $place } (délégation) : les coopératives en { $year }
observatory-bulletin-title-province = { $place } (province) : les coopératives en { $year }
observatory-bulletin-title-commune = { $place } (commune) : les coopératives en { $year }
observatory-bulletin-covers = La délégation couvre : { $places }.
observatory-bulletin-stock = Au { $day }, le registre comptait { $cooperatives } coopératives et { $members } membres. Leur capital social s’élevait à { $capital }.
observatory-bulletin-women = Les femmes étaient { $women } parmi ces membres, soit { $share }. Dans { $womens } coopératives, tous les membres étaient des femmes.
observatory-bulletin-year = En { $year }, le registre a accueilli { $registered } coopératives ; { $removed } l’ont quitté.
observatory-bulletin-sectors = Par secteur : { $list }.
# A sector with its share in per cent.
observatory-bulletin-item = { $name } { $share }
observatory-bulletin-others = autres secteurs { $share }
observatory-bulletin-corrected = corrigé
observatory-bulletin-corrected-by = Un bulletin ultérieur corrige celui-ci :
observatory-bulletin-corrects = Corrige le bulletin
observatory-bulletin-same = Aucun chiffre ne diffère.
observatory-bulletin-before = c’était
observatory-bulletin-broken = Les chiffres de ce bulletin ne sont plus ceux qui ont été publiés.
observatory-bulletin-broken-more = On n’en montre pas d’autres à leur place. Le journal de ce registre doit être vérifié par qui le tient.
observatory-bulletin-today = Des actes inscrits après ce bulletin touchent sa date. Il reste tel quel ; voici ce qui est connu aujourd’hui :
observatory-bulletin-published = publié :
observatory-bulletin-more = { PLURAL($n) ->
    [one] { $n } autre chiffre.
    [many] { $n } d’autres chiffres.
   *[other] { $n } autres chiffres.
}
observatory-bulletin-release = Cette publication
observatory-bulletin-number = Numéro
observatory-bulletin-published-on = Publié le
observatory-bulletin-head = Dernier acte connu
observatory-bulletin-seal = Sceau de tous les chiffres
observatory-bulletin-promise = Les chiffres sont redemandés à chaque lecture, tels que connus alors. Si l’un d’eux ne correspond plus au sceau, rien n’est montré.
