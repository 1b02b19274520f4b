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
observatory-rounded = Chaque part est arrondie séparément ; leur somme peut différer de 100 %.
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
