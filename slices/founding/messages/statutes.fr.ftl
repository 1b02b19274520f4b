# Les titres des articles, dans l’ordre.
founding-statutes-title-form = Forme et loi applicable
founding-statutes-title-name = Dénomination
founding-statutes-title-object = Objet
founding-statutes-title-seat = Siège et zone d’adhésion
founding-statutes-title-duration = Durée
founding-statutes-title-dealings = Relations avec les membres
founding-statutes-title-members = Membres
founding-statutes-title-admission = Admission
founding-statutes-title-withdrawal = Retrait et décès
founding-statutes-title-exclusion = Exclusion
founding-statutes-title-capital = Capital social
founding-statutes-title-shares = Parts sociales
founding-statutes-title-payment = Libération des parts
founding-statutes-title-meetings = Assemblées générales
founding-statutes-title-notice = Convocation et procès-verbaux
founding-statutes-title-votes = Droit de vote
founding-statutes-title-organ = Organe de gestion
founding-statutes-title-accounts = Exercice et comptes annuels
founding-statutes-title-reserves = Réserves
founding-statutes-title-surplus = Affectation de l’excédent
founding-statutes-title-auditor = Commissaire aux comptes
founding-statutes-title-dissolution = Dissolution et liquidation
founding-statutes-title-disputes = Différends
founding-statutes-title-land = Terres collectives

# Ce que disent les articles, alinéa par alinéa.
founding-statutes-text-form-law = Les signataires des présents statuts, et les personnes qui y adhéreront par la suite, forment une coopérative régie par la loi n° 112-12 relative aux coopératives, par les textes pris pour son application et par les présents statuts.
founding-statutes-text-form-person = Elle acquiert la personnalité morale par son immatriculation au registre des coopératives.
founding-statutes-text-name = La coopérative porte la dénomination approuvée par l’Office du développement de la coopération : { $name }.
founding-statutes-text-name-other = En arabe, cette dénomination s’écrit : { $name_ar }.
founding-statutes-text-name-used = Elle figure sur tous les actes et documents que la coopérative adresse à des tiers.
founding-statutes-text-object = La coopérative a pour objet : { $object }
founding-statutes-text-object-activity = Son activité relève de la branche suivante : { $activity }.
founding-statutes-text-object-means = Elle accomplit toutes les opérations qui servent cet objet, dans le respect des principes coopératifs.
founding-statutes-text-seat = Le siège de la coopérative est fixé à { $seat }.
founding-statutes-text-seat-area = Elle recrute ses membres dans la zone suivante : { $area }.
founding-statutes-text-seat-moved = Le siège est transféré et la zone est modifiée par décision de l’assemblée générale extraordinaire.
founding-statutes-text-duration = La coopérative est constituée pour { $duration } à compter de son immatriculation.
founding-statutes-text-duration-changed = L’assemblée générale extraordinaire peut proroger cette durée, ou décider la dissolution avant son terme.
founding-statutes-text-dealings = La coopérative travaille avec ses membres de la manière suivante :
founding-statutes-text-dealings-supplies = – ses membres lui fournissent des biens ou des services, qu’elle vend, au besoin après les avoir transformés.
founding-statutes-text-dealings-serves = – elle fournit à ses membres des biens ou des services.
founding-statutes-text-dealings-employs = – elle offre à ses membres un travail rémunéré.
founding-statutes-text-dealings-open = – ……………
founding-statutes-text-dealings-booked = Les opérations faites avec chaque membre sont portées à son compte dans les livres de la coopérative, séparément de celles faites avec des tiers.
founding-statutes-text-members = Peut devenir membre toute personne physique ou morale dont l’activité ou les besoins correspondent à l’objet de la coopérative et qui relève de sa zone d’adhésion.
founding-statutes-text-members-founders = La coopérative est fondée par { $founders }.
founding-statutes-text-members-least = Elle ne peut être constituée par moins de { $members_min }.
founding-statutes-text-admission = La demande d’admission est adressée par écrit à l’organe de gestion, qui y répond par une décision motivée. En cas de refus, le demandeur peut saisir la prochaine assemblée générale ordinaire.
founding-statutes-text-admission-entered = La personne admise signe les statuts, souscrit ses parts et est inscrite au registre des membres.
founding-statutes-text-withdrawal = Un membre peut se retirer en informant par écrit l’organe de gestion. Le retrait prend effet à la clôture de l’exercice en cours ; il ne libère pas le membre des engagements pris auparavant.
founding-statutes-text-withdrawal-paid = Le membre sortant a droit au remboursement du montant libéré de ses parts, diminué de sa part dans les pertes. Il n’a aucun droit sur les réserves.
founding-statutes-text-withdrawal-heirs = En cas de décès, ce droit revient aux héritiers ; celui d’entre eux qui remplit les conditions d’adhésion peut demander à prendre la place du défunt.
founding-statutes-text-exclusion = Un membre est exclu dans les cas et selon les formes de l’article 20 de la loi n° 112-12.
founding-statutes-text-exclusion-unpaid = Il en est ainsi du membre qui, mis en demeure par lettre recommandée de libérer ses parts appelées, ne s’en est pas acquitté dans un délai de { $called_share_paid_within } à compter de la réception de cette lettre.
founding-statutes-text-exclusion-waived = L’assemblée générale ordinaire peut renoncer au recouvrement des sommes restant dues.
founding-statutes-text-exclusion-heard = Le membre est informé par écrit des griefs retenus contre lui et invité à s’expliquer avant la décision.
founding-statutes-text-capital = Le capital social est fixé à { $capital }, soit { $shares } de { $share } chacune, entièrement souscrites.
founding-statutes-text-capital-least = Il ne peut être inférieur à { $capital_min }.
founding-statutes-text-capital-changed = Il augmente par l’admission de membres ou par de nouvelles souscriptions, et diminue par le remboursement des parts des membres sortants.
founding-statutes-text-shares = Les parts sont nominatives et indivisibles.
founding-statutes-text-shares-least = La valeur d’une part ne peut être inférieure à { $share_min }.
founding-statutes-text-shares-kept = Les parts ne peuvent être ni négociées ni saisies. Elles ne sont transmises que dans les conditions de l’article 28 de la loi n° 112-12.
founding-statutes-text-shares-member = Chaque membre souscrit au moins { $shares_least }, en proportion des opérations qu’il s’engage à faire avec la coopérative. Ce nombre est relevé lorsque ces opérations augmentent.
founding-statutes-text-payment-first = Les parts en numéraire sont libérées à la souscription d’au moins { $paid_at_subscription_min } de leur valeur.
founding-statutes-text-payment-rest = L’organe de gestion appelle le reste, en une ou plusieurs fois, dans un délai de { $paid_in_full_within } au plus à compter de l’immatriculation ou de l’augmentation du capital.
founding-statutes-text-payment-kind = Les parts en nature sont entièrement libérées, après une évaluation consignée dans un rapport.
founding-statutes-text-payment-blocked = Les sommes versées sont bloquées, dans un délai de { $cash_blocked_within } à compter de leur réception, sur un compte bancaire ouvert au nom de la coopérative.
founding-statutes-text-meetings = L’assemblée générale réunit tous les membres ; ses décisions obligent tous les membres, même absents.
founding-statutes-text-meetings-yearly = L’assemblée générale ordinaire se tient au moins une fois par an, dans un délai de { $meeting_within } à compter de la clôture de l’exercice.
founding-statutes-text-meetings-decides = Elle se prononce sur les comptes, affecte l’excédent et désigne les personnes qui composent l’organe de gestion.
founding-statutes-text-meetings-extraordinary = L’assemblée générale extraordinaire peut seule modifier les présents statuts ou décider la dissolution de la coopérative.
founding-statutes-text-notice = Les membres sont convoqués par écrit { $notice } au moins avant la réunion. La convocation indique le lieu, le jour, l’heure et l’ordre du jour.
founding-statutes-text-notice-papers = Pendant ce délai, les comptes, les rapports et le texte des résolutions proposées sont tenus au siège à la disposition des membres.
founding-statutes-text-notice-minutes = Les délibérations sont consignées dans des procès-verbaux signés, conservés au siège avec la feuille de présence.
founding-statutes-text-votes = Chaque membre dispose d’une seule voix, quel que soit le nombre de ses parts.
founding-statutes-text-votes-equal = Aucune part ne confère de voix supplémentaire ni de privilège.
founding-statutes-text-organ-open = La coopérative est administrée par : ……………
founding-statutes-text-organ-managers = La gérance de la coopérative est confiée à { $persons }, choisies parmi les membres et désignées par l’assemblée générale ordinaire pour un mandat de { $term }, renouvelable.
founding-statutes-text-organ-managers-most = La gérance ne compte pas plus de { $managers_max }.
founding-statutes-text-organ-board = La coopérative est administrée par un conseil d’administration de { $persons }, choisies parmi les membres et élues par l’assemblée générale ordinaire pour un mandat de { $term }. Le conseil élit son président en son sein.
founding-statutes-text-organ-board-size = Le nombre des administrateurs est un multiple de { $board_multiple_of_number }, compris entre { $board_min_number } et { $board_max_number }.
founding-statutes-text-organ-board-renewed = Le conseil est renouvelé par tiers ; les administrateurs sortants sont rééligibles.
founding-statutes-text-organ-powers = L’organe de gestion représente la coopérative et agit en son nom, dans la limite de son objet et des pouvoirs réservés à l’assemblée générale. Il rend compte de sa gestion à l’assemblée générale ordinaire.
founding-statutes-text-accounts-year = L’exercice se clôt chaque année le { $year_end }. Le premier exercice commence le jour de l’immatriculation.
founding-statutes-text-accounts = À la clôture, l’organe de gestion arrête l’inventaire et les comptes annuels et établit son rapport.
founding-statutes-text-accounts-filed = Les comptes annuels sont déposés au greffe du tribunal de première instance du siège dans un délai de { $accounts_filed_within } à compter de l’assemblée générale ordinaire.
founding-statutes-text-reserves = Les réserves de la coopérative ne peuvent être partagées entre les membres.
founding-statutes-text-reserves-kept = Il en est ainsi de toute réserve, pendant la vie de la coopérative comme lors du départ d’un membre.
founding-statutes-text-surplus = L’excédent net de l’exercice est affecté par l’assemblée générale ordinaire dans l’ordre suivant :
founding-statutes-text-surplus-legal = – { $legal_reserve } à la réserve légale, jusqu’à ce qu’elle égale le capital social ;
founding-statutes-text-surplus-education = – { $education_reserve } à la réserve destinée à l’éducation et à la formation coopératives ;
founding-statutes-text-surplus-rest = – le reste, selon la décision de l’assemblée, à d’autres réserves ou aux membres, en proportion des opérations que chacun a faites avec la coopérative et non du nombre de ses parts.
founding-statutes-text-auditor = L’assemblée générale ordinaire désigne un commissaire aux comptes lorsque le chiffre d’affaires hors taxe atteint { $auditor_turnover_from }.
founding-statutes-text-auditor-free = Elle peut en désigner un en tout autre cas.
founding-statutes-text-auditor-reports = Le commissaire aux comptes vérifie la régularité des comptes et en fait rapport à l’assemblée générale.
founding-statutes-text-dissolution = La coopérative est dissoute à l’arrivée de son terme, par décision de l’assemblée générale extraordinaire ou par jugement. L’assemblée ou le tribunal nomme un ou plusieurs liquidateurs.
founding-statutes-text-dissolution-rest = Après le paiement des dettes et le remboursement du montant libéré des parts, ce qui reste est transmis à une autre coopérative ou à une union de coopératives, et n’est pas partagé entre les membres.
founding-statutes-text-disputes = Tout différend né des présents statuts, entre membres ou entre un membre et la coopérative, est d’abord soumis à une conciliation, au besoin avec le concours d’une union de coopératives.
founding-statutes-text-disputes-court = À défaut d’accord, il est porté devant le tribunal du siège de la coopérative.
founding-statutes-text-land = Les fondateurs exploitent des terres de la communauté soulaliyate suivante : { $community }. La coopérative n’en use que dans les limites et aux conditions de la décision qui en accorde la jouissance.
founding-statutes-text-land-kept = Ces terres restent à la communauté : elles ne sont ni apportées au capital, ni cédées, ni données en garantie par la coopérative.
founding-statutes-text-land-ended = Si la jouissance prend fin ou est modifiée, l’organe de gestion en informe les membres et convoque sans délai l’assemblée générale.

# Les nombres dans le texte.
founding-statutes-years = { PLURAL($n) ->
    [one] { $n } an
    [many] { $n } d’années
   *[other] { $n } ans
}
founding-statutes-months = { $n } mois
founding-statutes-days = { PLURAL($n) ->
    [one] { $n } jour
    [many] { $n } de jours
   *[other] { $n } jours
}
founding-statutes-persons = { PLURAL($n) ->
    [one] { $n } personne
    [many] { $n } de personnes
   *[other] { $n } personnes
}
founding-statutes-shares = { PLURAL($n) ->
    [one] { $n } part
    [many] { $n } de parts
   *[other] { $n } parts
}
founding-statutes-end-1 = 31 janvier
founding-statutes-end-2 = dernier jour de février
founding-statutes-end-3 = 31 mars
founding-statutes-end-4 = 30 avril
founding-statutes-end-5 = 31 mai
founding-statutes-end-6 = 30 juin
founding-statutes-end-7 = 31 juillet
founding-statutes-end-8 = 31 août
founding-statutes-end-9 = 30 septembre
founding-statutes-end-10 = 31 octobre
founding-statutes-end-11 = 30 novembre
founding-statutes-end-12 = 31 décembre

# Les questions : ce qui est demandé, pourquoi, et comment répondre.
founding-statutes-label-object = Que fera la coopérative ?
founding-statutes-why-object = L’objet fixe ce que la coopérative peut faire et qui peut en devenir membre.
founding-statutes-hint-object = Une phrase complète, qui se termine par un point.
founding-statutes-label-area = D’où viendront les membres ?
founding-statutes-why-area = La zone d’adhésion dit qui peut demander à entrer.
founding-statutes-hint-area = Par exemple une commune, plusieurs douars ou une province.
founding-statutes-label-duration_years = Pour combien d’années la coopérative est-elle fondée ?
founding-statutes-why-duration_years = À ce terme elle est dissoute, sauf prorogation par l’assemblée générale extraordinaire.
founding-statutes-hint-duration_years = Un nombre d’années.
founding-statutes-label-organ = Qui la dirigera ?
founding-statutes-why-organ = Les gérants conviennent à une petite coopérative, le conseil d’administration à une plus grande.
founding-statutes-hint-organ = Le nombre de personnes vient du projet.
founding-statutes-label-term_years = Pour combien d’années sont-elles désignées ?
founding-statutes-why-term_years = À la fin du mandat, l’assemblée générale désigne de nouveau.
founding-statutes-hint-term_years = Un nombre d’années.
founding-statutes-label-shares_min = Combien de parts un membre prend-il au moins ?
founding-statutes-why-shares_min = Les statuts fixent ce minimum, en proportion des opérations du membre avec la coopérative.
founding-statutes-hint-shares_min = Un nombre que chaque personne de la zone peut payer.
founding-statutes-label-notice_days = Combien de jours avant une réunion les membres sont-ils convoqués ?
founding-statutes-why-notice_days = Chacun doit avoir le temps de lire les comptes et de venir.
founding-statutes-hint-notice_days = Un nombre de jours.
founding-statutes-label-legal_reserve_percent = Quelle part de l’excédent va à la réserve légale ?
founding-statutes-why-legal_reserve_percent = Cette réserve protège la coopérative contre les mauvaises années ; elle n’est jamais partagée.
founding-statutes-hint-legal_reserve_percent = Un nombre de 0 à 100, en pour cent.
founding-statutes-label-education_reserve_percent = Quelle part de l’excédent va à l’éducation et à la formation ?
founding-statutes-why-education_reserve_percent = Cette réserve paie la formation des membres et de ceux qui dirigent.
founding-statutes-hint-education_reserve_percent = Un nombre de 0 à 100, en pour cent.
founding-statutes-label-year_end_month = Quand l’exercice se clôt-il ?
founding-statutes-why-year_end_month = Le délai de l’assemblée annuelle court de ce jour.
founding-statutes-hint-year_end_month = Le 31 décembre, sauf si la saison de travail demande un autre jour.
founding-statutes-law = { $rule } : { $value }
founding-statutes-choose = Choisir…
founding-statutes-organ-managers = Gérants
founding-statutes-organ-board = Conseil d’administration
founding-statutes-save = Enregistrer les réponses

# Ce qui ne va pas.
founding-statutes-wrong-missing = Une réponse manque : { $field }
founding-statutes-wrong-least = Donnez un nombre d’au moins 1 : { $field }
founding-statutes-wrong-percent = Donnez un nombre de 0 à 100 : { $field }
founding-statutes-wrong-whole = Les deux réserves prennent ensemble plus que tout l’excédent.
founding-statutes-wrong-managers = Les gérants sont plus nombreux que ne le prévoit la règle : { $threshold } au plus.
founding-statutes-wrong-board-few = Les administrateurs sont moins nombreux que ne le prévoit la règle : { $threshold } au moins.
founding-statutes-wrong-board-many = Les administrateurs sont plus nombreux que ne le prévoit la règle : { $threshold } au plus.
founding-statutes-wrong-board-multiple = Le nombre des administrateurs n’est pas un multiple de { $number }.
founding-statutes-wrong-term = Le mandat est plus long que ne le prévoit la règle : { $threshold } au plus.
founding-statutes-wrong-notice = La convocation est plus tardive que ne le prévoit la règle : { $threshold } au moins avant la réunion.
founding-statutes-wrong-legal-reserve = La réserve légale reçoit moins que ne le prévoit la règle : { $threshold } au moins.
founding-statutes-wrong-education-reserve = La réserve pour l’éducation reçoit moins que ne le prévoit la règle : { $threshold } au moins.
founding-statutes-wrong-text = Le texte contient des caractères qui ne peuvent être imprimés : effacez-les.
founding-statutes-wrong-answer = La réponse est trop longue : 1 000 caractères au plus.
founding-statutes-wrong-long = L’article est trop long : 4 000 caractères au plus.
founding-statutes-wrong-organ = Choisissez les gérants ou le conseil d’administration.
founding-statutes-wrong-month = Choisissez un jour de la liste.

# Les articles à l’écran et sur papier.
founding-statutes-document = Statuts
founding-statutes-heading = Article { $number } – { $title }
founding-statutes-demanded = Exigé :
founding-statutes-changed = Rédigé par les fondateurs
founding-statutes-flagged = Rédigé autrement : à comparer
founding-statutes-compare = Les fondateurs ont rédigé cet article autrement. À comparer avec ce que la loi exige :
founding-statutes-in-ar = en arabe
founding-statutes-in-fr = en français
founding-statutes-in-en = en anglais
founding-statutes-elsewhere-ar = Les fondateurs ont rédigé cet article autrement en arabe :
founding-statutes-elsewhere-fr = Les fondateurs ont rédigé cet article autrement en français :
founding-statutes-elsewhere-en = Les fondateurs ont rédigé cet article autrement en anglais :
founding-statutes-law-demands = Ce que la loi exige :
founding-statutes-composed = Le modèle dit :
founding-statutes-otherwise = Rédiger autrement
founding-statutes-own = Le texte de cet article
founding-statutes-own-note = Videz le champ pour revenir au modèle. Votre texte ne vaut que dans la langue de cette page.
founding-statutes-own-demanded = La loi exige une partie de ce texte : une autre rédaction sera signalée à qui examine le dossier, dans quelque langue qu’il lise.
founding-statutes-own-save = Enregistrer cet article
founding-statutes-note-changed = Article rédigé par les fondateurs.
founding-statutes-note-demanded = Article rédigé par les fondateurs. À comparer avec ce que la loi exige :
founding-statutes-draft = Projet : il manque des réponses ou l’une d’elles ne peut être acceptée. À ne pas signer.
founding-statutes-as-of = D’après les règles en vigueur au { $day }
founding-statutes-signatures = Signatures des fondateurs
founding-statutes-made = Fait à { $seat }, le ……………………………
founding-statutes-sign-number = N°
founding-statutes-sign-name = Prénom et nom
founding-statutes-sign-shares = Nombre de parts
founding-statutes-sign-signature = Signature
