# Ce que dit le cadre de chaque page.
web-skip = Aller au contenu
web-menu = Menu
web-about = À propos
web-motto = Chaque chiffre repose sur des actes.
web-languages = Langues
web-home = Vers l’accueil
web-licence = Données : CC BY 4.0.
web-demo = Démonstration : données inventées.
web-demo-more = Hormis quelques coopératives réelles, signalées comme telles, rien de ce qui est montré ici n’existe.

# Problèmes : ce qui se passe, et que faire ensuite.
web-problem-not-found = Cette page n’existe pas
web-problem-not-found-next = Vérifiez l’adresse, ou repartez de l’accueil.
web-problem-method = Cette adresse ne s’utilise pas ainsi
web-problem-method-next = Repartez de l’accueil.
web-problem-not-acceptable = Ces données n’existent pas sous cette forme
web-problem-not-acceptable-next = Elles existent en JSON et en CSV.
web-problem-question = La question ne peut pas recevoir de réponse telle quelle
web-problem-question-next = Voici ce qui serait juste.
web-problem-sign-in = Connectez-vous
web-problem-sign-in-next = Cette page est réservée à qui a un compte.
web-problem-denied = Vous n’y êtes pas autorisé
web-problem-denied-next = Cela ne fait pas partie de vos tâches. L’administrateur du site peut vous en donner le droit.
web-problem-second-factor = Un second facteur est demandé
web-problem-second-factor-next = Mettez-le en place dans votre compte, ou connectez-vous avec lui.
web-problem-foreign = Cette demande vient d’un autre site
web-problem-foreign-next = Rien n’a été changé. Allez sur la page elle-même et envoyez-la de là.
web-problem-too-often = Trop d’essais
web-problem-too-often-next = Attendez un peu, puis réessayez.
web-problem-conflict = Quelqu’un d’autre a modifié ceci entre-temps
web-problem-conflict-next = Regardez ce qui a été inscrit, puis décidez à nouveau.
web-problem-refused = Les règles du registre ne le permettent pas
web-problem-refused-next = Voici la règle.
web-problem-fault = Une erreur s’est produite de notre côté
web-problem-fault-next = Rien de ce qui était inscrit n’est perdu. Réessayez dans un instant.
web-problem-number = Si cela se reproduit, donnez-nous le numéro { $number }.

# Currencies, after an amount.
web-currency-mad = dirhams
web-currency-tnd = dinars tunisiens
web-currency-xof = francs CFA
web-currency-gbp = livres sterling
web-currency-eur = euros

# Dimensions that every ledger has.
web-dimension-country = Pays
web-dimension-region = Région
web-dimension-delegation = Délégation
web-dimension-province = Province ou préfecture
web-dimension-commune = Commune
web-dimension-place = Lieu
web-dimension-year = Année
web-dimension-currency = Monnaie
web-unknown = inconnu

# An act in a list.
web-told-voids = annule l’acte n° { $seq }
web-told-day-unknown = date inconnue
web-told-late = acte tardif, inscrit le
web-told-recorded = inscrit le
web-told-number = acte n° { $seq }
web-told-voided-by = annulé par l’acte n° { $seq }
web-act-voided = Acte annulé

# A parameter that is wrong.
web-wrong-once = Indiquez-le une seule fois.
web-wrong-day = « { $value } » n’est pas une date du calendrier : écrivez l’année, le mois et le jour, comme 2022-12-31.
web-wrong-known = Écrivez une date comme 2022-12-31, ou un instant comme 2022-12-31T10:00:00Z.
web-wrong-number = « { $value } » n’est pas un nombre possible ici.
web-wrong-line = Écrivez une ligne, 200 caractères au plus.
web-wrong-text = 4 000 signes au plus.
web-wrong-money = « { $value } » ne se lit pas comme un montant. Écrivez-le avec deux décimales au plus, comme 1234,50.
web-wrong-flag = Écrivez yes ou no.
web-errors = Rien n’est encore enregistré :
web-wrong-form = Le formulaire est illisible : envoyez-le à nouveau.
web-wrong-parameter = Cette page ne connaît pas ce paramètre.
web-wrong-file-none = Choisissez un fichier à envoyer.
web-wrong-file-empty = Le fichier est vide : choisissez-en un autre.
web-wrong-file-long = Le fichier est trop volumineux : { $value } Mo au plus. Numérisez en gris ou avec une résolution plus basse.
web-wrong-file-kind = Ce fichier n’est pas un PDF, ni une image JPEG, PNG ou WebP, ou il est endommagé. Seul le contenu compte, pas le nom.
web-wrong-file-active = Ce PDF contient un programme ou d’autres fichiers : envoyez la simple numérisation du document.
web-wrong-file-name = Renommez le fichier : son nom ne doit contenir ni barre, ni signe invisible, ni plus de 150 caractères.
web-wrong-file-infected = L’antivirus refuse ce fichier. Vérifiez votre appareil, puis numérisez à nouveau le document.
web-wrong-file-unscanned = Les fichiers ne peuvent pas être examinés pour le moment : réessayez plus tard.
web-file-pdf = PDF
web-file-jpg = Image JPEG
web-file-png = Image PNG
web-file-webp = Image WebP
web-file-size = { $value } Ko
web-file-none = Aucun fichier pour le moment.
web-file-choose = Fichier
web-file-add = Ajouter un fichier : scan ou photo
web-file-remove = Retirer ce fichier
web-file-send = Envoyer le fichier
web-file-note = PDF, JPEG, PNG ou WebP, { $value } Mo au plus. Le lieu de la prise de vue est retiré des images.
web-problem-near = Peut-être cherchez-vous
web-map-credit = © les contributeurs d’OpenStreetMap
web-chart-other = Autres
# Un fichier qui ne peut pas être produit : ce qui ne va pas, et que faire.
web-problem-unpressed = Les fichiers PDF et PNG ne peuvent pas être produits ici
web-problem-unpressed-next = Imprimez la page, prenez le dessin en SVG, ou demandez à qui gère ce site d’installer twiza-press.
web-problem-busy = Beaucoup de fichiers sont en cours de production
web-problem-busy-next = Réessayez dans un instant.
web-problem-too-much = C’est trop grand pour un seul fichier
web-problem-too-much-next = Choisissez-en une plus petite partie, ou prenez-la en tableau.
web-gallery = Composants
web-gallery-lead = Tout ce dont les pages sont faites.

# Pourquoi le registre des actes dit non.
web-refusal-conflict = D’autres actes ont été inscrits entre-temps sur { $subject } : nos { $acts }. Regardez-les, puis décidez à nouveau.
web-refusal-future = Le { $day } n’est pas encore venu : nous sommes le { $today }.
web-refusal-not-on-subject = L’acte n° { $act } ne peut pas être annulé : il ne fait pas partie de ce dossier.
web-refusal-voided-already = L’acte n° { $act } ne peut pas être annulé : il l’est déjà.
web-refusal-void = Une annulation nomme l’acte qu’elle annule, et aucun autre acte ne le fait.
web-refusal-unknown-subject = Ce site ne tient rien sous le nom « { $subject } ».
web-refusal-no-measure = Il n’existe pas de chiffre « { $measure } ».
web-refusal-no-dimension = « { $measure } » ne se ventile pas par « { $dimension } ».
web-refusal-twice = La même ventilation est demandée deux fois : demandez-la une seule fois.
web-refusal-year = Une année se choisit par son premier et son dernier jour, non par un filtre.
web-refusal-period = La période se termine le { $day }, avant d’avoir commencé.
web-refusal-stock = « { $measure } » se mesure à un jour donné : choisissez une date, ou la ventilation par année.
web-refusal-currency = Monnaie inconnue : « { $currency } ».
web-refusal-currencies = « { $measure } » ne s’additionne pas en plusieurs monnaies : { $one } et { $other }. Choisissez-en une.
web-problem-too-often-wait = { PLURAL($n) ->
    [one] Attendez { $n } minute.
    [many] Attendez { $n } de minutes.
   *[other] Attendez { $n } minutes.
}
web-another-day = À une autre date
web-on-day = À la date du
web-show = Afficher
web-field-theirs = Quelqu’un d’autre a écrit entre-temps :
web-field-nothing = rien
