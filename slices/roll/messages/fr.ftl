# The roll.
roll-title = Registre des membres
roll-now = Membres aujourd’hui
roll-gone = Anciens membres
roll-none = Aucun registre des membres n’est tenu : le registre central ne connaît, au plus, que leur nombre. Le registre s’ouvre avec tous les membres à la fois, à une même date.
roll-private = Seuls la coopérative, sa délégation et les auditeurs voient les noms. Chaque consultation est notée.
roll-picture = Membres par sexe et âge
roll-members = Membres
roll-women = Femmes
roll-men = Hommes
roll-young = Moins de 35 ans
roll-young-one = moins de 35 ans
roll-sex-unknown = Sexe non connu
roll-legal-persons = Personnes morales
roll-unknown = Rien de plus n’est connu
roll-age-young = moins de 35 ans
roll-age-older = 35 ans ou plus
roll-age-unknown = âge non connu
roll-shares = Parts
roll-capital = Capital social
roll-paid-up = Capital libéré
roll-share = Valeur d’une part
roll-since = Membre depuis le
roll-shares-count = { PLURAL($n) ->
    [one] { $n } part
    [many] { $n } de parts
   *[other] { $n } parts
}
roll-erased = Un membre dont les données ont été effacées
roll-nameless = Un membre sans nom
roll-person = Personne physique
roll-legal = Personne morale
roll-female = Femme
roll-male = Homme
roll-choose = Choisir

# A member.
roll-member = Membre
roll-known = Ce qui est connu
roll-history = Ce qui s’est passé
roll-admitted = Admission
roll-left = Départ
roll-took = A souscrit { $shares }
roll-reimbursed = A été remboursé de { $shares }
roll-got = A reçu { $shares } de { $name }
roll-gave = A cédé { $shares } à { $name }
roll-leave = Le membre part
roll-why-withdrew = Retrait
roll-why-excluded = Exclusion
roll-why-died = Décès, ou dissolution
roll-why-transferred = Cession de toutes les parts
roll-reimburse = La coopérative les rembourse

# A change, looked through before it is recorded.
roll-admit = Admettre un membre
roll-effect = Ce que cela changerait
roll-effect-what = Quoi
roll-effect-before = Avant
roll-effect-after = Après
roll-look = Voir ce que cela changerait
roll-look-again = Revoir
roll-look-note = Rien n’est inscrit avant que vous n’ayez vu ce que cela change.
roll-record = Inscrire
roll-stops = Impossible
roll-warns = Attention
roll-warn-members = Il resterait { $number } membres, alors qu’il en faut { $least }. La coopérative ne serait plus en règle tant que d’autres ne sont pas admis : sa situation le montre, et la délégation le voit.
roll-warn-capital = Le capital serait de { $number }, moins que { $least }. Faites reprendre les parts par un autre membre, ou faites d’abord souscrire.
roll-unvalued-capital = Le registre ne connaît pas le capital : personne ne peut dire ce que vaut une part. Demandez à la délégation de le faire inscrire.
roll-unvalued-shares = De certains membres, on ne sait pas combien de parts ils ont : personne ne peut dire ce que vaut une part.
roll-unvalued-uneven = Le capital inscrit ne fait pas autant de parts égales que les membres en ont. Demandez à la délégation de le faire corriger.
roll-unvalued-admit = Un membre peut être admis malgré tout. Laissez vide le nombre de parts.

# Fields.
roll-field-who = Personne physique ou morale
roll-field-name = Nom complet
roll-field-name_fr = Nom en lettres latines
roll-field-identity_number = Numéro de la carte nationale
roll-field-born_on = Date de naissance
roll-field-sex = Sexe
roll-field-phone = Téléphone
roll-field-phone-note = Peut rester vide.
roll-field-shares = Parts
roll-field-paid = Les nouvelles parts
roll-paid-yes = sont payées en entier maintenant
roll-paid-no = seront payées plus tard
roll-field-on = Date d’effet
roll-field-paper = Pièce qui le dit
roll-field-paper-note = Par exemple le procès-verbal de l’assemblée, avec sa date. N’écrivez pas de nom.
roll-field-why = Motif
roll-field-to = Ses parts

# What is wrong.
roll-wrong-name = Écrivez le nom.
roll-wrong-identity = Le numéro d’une carte nationale est fait d’une ou deux lettres et de cinq ou six chiffres, par exemple AB123456.
roll-wrong-born = Écrivez la date de naissance, avant l’admission.
roll-wrong-sex = Choisissez femme ou homme.
roll-wrong-phone = Écrivez un numéro de téléphone, par exemple 06 12 34 56 78.
roll-wrong-shares = Écrivez le nombre de parts : un nombre entier, de 1 à un million.
roll-wrong-day = Écrivez la date.
roll-wrong-future = Cette date n’est pas encore venue.
roll-wrong-before = La coopérative n’était pas dans le registre à cette date.
roll-wrong-paper = Dites quelle pièce le dit.
roll-wrong-twice = Ce membre est déjà dans le registre.
roll-wrong-why = Choisissez le motif du départ.
roll-wrong-order = Quelque chose est arrivé au membre après cette date : écrivez cette date-là ou une date plus récente.
roll-wrong-to = Choisissez un autre membre du registre.
roll-wrong-transferred = Choisissez qui a reçu les parts.
roll-wrong-last = Le dernier membre ne peut pas partir : demandez la dissolution de la coopérative.
roll-wrong-closed = Aucun registre des membres n’est tenu.
roll-wrong-conflict = Quelqu’un d’autre a changé quelque chose entre-temps. Regardez à nouveau ; ce que vous avez écrit est encore là.

# Many at once.
roll-open = Ouvrir le registre
roll-open-lead = Entrez tous les membres à la fois. À partir de la date choisie, on compte les membres du registre, et non plus le nombre déclaré.
roll-import = Admettre par un tableau
roll-import-lead = Qui est nouveau dans le tableau est admis. Qui est déjà dans le registre y reste tel quel, et personne ne part parce qu’un tableau l’omet.
roll-import-new = { PLURAL($n) ->
    [one] { $n } nouveau membre
    [many] { $n } de nouveaux membres
   *[other] { $n } nouveaux membres
}
roll-import-unchanged = { PLURAL($n) ->
    [one] { $n } déjà dans le registre
    [many] { $n } déjà dans le registre
   *[other] { $n } déjà dans le registre
}
roll-import-bad = Ce qu’il faut corriger
roll-import-row = Ligne
roll-import-column = Colonne
roll-import-seen = Ce qui s’y trouve
roll-import-right = Ce qui serait juste
roll-import-more = Il y en a d’autres : le fichier de ces lignes contient tout.
roll-import-mend = Corrigez les lignes dans le tableau ci-dessous, ou prenez-les en fichier, corrigez-le et renvoyez le tout. Rien n’est inscrit tant qu’une ligne est fausse.
roll-import-rejects = Ces lignes en fichier
roll-share-would = Une part vaudrait { $amount }.
roll-template = Un tableau vide à remplir
roll-pdf = À imprimer et à signer
roll-xlsx = En classeur
roll-print-on = Au { $day }
roll-print-note = Cette liste contient des données personnelles. Gardez-la là où ne la voient que ceux qui le doivent.
roll-field-file = Fichier CSV ou XLSX
roll-field-table = Ou le tableau lui-même
roll-field-table-note = Copié d’un tableur, avec les noms des colonnes sur la première ligne : nom, cin, date de naissance, sexe, parts ; aussi nature, nom en lettres latines, téléphone.
roll-field-since = Membre depuis
roll-field-left = Départ
roll-field-at = N°
roll-field-signature = Signature
roll-wrong-who = Écrivez personne physique ou personne morale.
roll-wrong-row = La ligne n’a pas autant de champs qu’il y a de colonnes, ou quelque chose manque.
roll-wrong-row-born = Écrivez la date de naissance comme 31/12/1980, avant l’admission.
roll-wrong-row-twice = Une autre ligne dit autre chose du même membre.
roll-wrong-table = Ce n’est pas un tableau. Envoyez un CSV ou un XLSX, ou collez les lignes d’un tableur.
roll-wrong-columns = Des colonnes manquent : au moins nom et parts.
roll-wrong-too-long = On prend 5 000 lignes au plus à la fois.
roll-wrong-too-large = Le fichier est trop grand : 2 Mo au plus.

# Shares that move, and exclusions.
roll-move = Parts : souscrire, céder, rembourser
roll-name = Qui est-ce
roll-save = Enregistrer
roll-nobody = Personne
roll-deed-take = En souscrit d’autres
roll-deed-give = En cède à un autre membre
roll-deed-back = En est remboursé
roll-shares-new = Elles sont nouvelles
roll-ground-none = Pas d’exclusion
roll-ground-unpaid = Parts appelées non payées
roll-ground-other = Un autre motif des statuts
roll-warn-notice = La mise en demeure laisse { $least } pour payer : jusqu’au { $until }. Une exclusion pour ce motif prend effet après cette date.
roll-field-deed = Ce qui se passe
roll-field-receiver = À qui elles vont, si elles sont cédées
roll-field-from = D’où viennent les parts
roll-field-from-note = Un héritier reprend les parts du défunt : admettez d’abord les héritiers, à la date du décès, puis faites partir le membre.
roll-field-why-note = Aucun article trouvé ne dit combien de temps à l’avance un retrait s’annonce : voyez les statuts.
roll-field-ground = En cas d’exclusion : le motif
roll-field-notice_on = En cas d’exclusion : mise en demeure reçue le
roll-field-reason = En cas d’exclusion : pourquoi, en mots
roll-wrong-deed = Choisissez ce qui arrive aux parts.
roll-wrong-all = On ne peut céder ou rembourser que moins de parts que le membre n’en a : qui n’en garde aucune part.
roll-wrong-held = Le membre n’a pas autant de parts.
roll-wrong-ground = Une exclusion a besoin de son motif.
roll-wrong-notice = Écrivez la date à laquelle le membre a reçu la mise en demeure.
