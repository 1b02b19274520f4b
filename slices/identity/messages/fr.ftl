# What stands on the pages for coming in.
identity-menu = Mon compte
identity-sign-in = Se connecter
identity-desk = Bureau
identity-sign-out = Se déconnecter
identity-sign-up = Ouvrir un compte
identity-sign-up-lead = Écrivez votre nom et votre adresse e-mail ou votre numéro de téléphone. Nous vous enverrons un lien pour choisir un mot de passe.
identity-have-account = J’ai déjà un compte
identity-contact = Adresse e-mail ou numéro de téléphone
identity-password = Mot de passe
identity-password-new = Nouveau mot de passe
identity-password-before = Mot de passe actuel
identity-password-rule = Huit caractères au moins. Une courte phrase dont vous vous souvenez vaut mieux qu’un mot compliqué.
identity-password-change = Changer de mot de passe
identity-password-ends = Toutes vos autres sessions se terminent.
identity-forgotten = Mot de passe oublié
identity-forgotten-lead = Écrivez votre adresse e-mail ou votre numéro de téléphone. Nous vous enverrons un lien pour choisir un nouveau mot de passe.
identity-send-link = Envoyer un lien
identity-name = Nom complet
identity-privacy = Vos données personnelles sont conservées chiffrées. Votre compte vous montre qui les a consultées.
identity-sent = Consultez vos messages
identity-sent-lead = Nous avons envoyé un lien, valable une heure.
identity-sent-note = Rien reçu ? Vérifiez l’adresse et les courriers indésirables, puis réessayez. Nous ne disons pas ici qui a un compte.
identity-choose = Choisissez un mot de passe
identity-choose-lead = C’est avec lui que vous vous connecterez désormais.
identity-save = Enregistrer
identity-link-void = Ce lien n’est plus valable
identity-link-void-lead = Un lien sert une seule fois et peu de temps. Demandez-en un autre.
identity-actors = Essayez cette démonstration
identity-actors-more = Connectez-vous avec l’un de ces comptes. Le mot de passe, le même pour tous :
identity-messages = Messages de la démonstration
identity-messages-lead = Ce qui serait envoyé par e-mail ou par SMS, le plus récent d’abord.
identity-messages-none = Pas encore de message. Un message peut prendre quelques secondes.

# One's own account.
identity-account = Compte
identity-mandates = Fonctions
identity-mandates-none = Aucune fonction pour l’instant : c’est l’administrateur du site qui les donne.
identity-mandate-over = pas en vigueur aujourd’hui
identity-since = depuis le
identity-until = jusqu’au
identity-seen = dernière utilisation :
identity-sessions = Appareils connectés
identity-here = cet appareil
identity-end = Mettre fin
identity-tokens = Jetons pour programmes
identity-tokens-lead = Avec un jeton, un programme agit en votre nom et ne fait que ce que vous permettez.
identity-token-new = Nouveau jeton
identity-token-name = À quoi il sert
identity-token-days = Valable pendant (jours, 366 au plus)
identity-token-scopes = Ce qu’il permet
identity-token-make = Créer le jeton
identity-token-made = Voici votre jeton
identity-token-once = Conservez-le maintenant : il ne sera plus montré.
identity-scope-reading = lire
identity-scope-changing = modifier

# All accounts.
identity-accounts = Comptes
identity-accounts-none = Aucun compte avec cette adresse.
identity-find = Chercher
identity-more = Suite
identity-invite = Inviter une personne
identity-invited = pas encore de mot de passe
identity-closed = fermé
identity-close = Fermer le compte
identity-reopen = Rouvrir le compte
identity-erased = Personne effacée
identity-read-note = Votre consultation de ces noms est inscrite au journal d’audit, que les personnes voient.
identity-mandate-new = Donner une fonction
identity-mandate-give = Donner
identity-role = Fonction
identity-of = De quoi (code de la délégation ou numéro de la coopérative)
identity-of-note = Laissez vide pour une fonction qui porte sur tout.
identity-first-day = Premier jour
identity-last-day = Dernier jour, s’il est connu
identity-role-administrator = Administrateur du site
identity-role-auditor = Auditeur
identity-role-headquarters = Administration centrale
identity-role-none = Compte sans fonction

# The audit log.
identity-audit = Journal d’audit
identity-audit-lead = Ce qui s’est passé autour des comptes et des données personnelles, le plus récent d’abord.
identity-own-log = Qui a consulté mes données
identity-own-log-lead = Tout ce qui est arrivé à votre compte et toute consultation de vos données, le plus récent d’abord.
identity-log-none = Rien pour l’instant.
identity-by = Qui
identity-me = vous
identity-about = Au sujet de
identity-event = Quoi
identity-event-any = tout
identity-event-signed-in = connexion
identity-event-sign-in-failed = connexion refusée
identity-event-signed-out = déconnexion
identity-event-session-ended = session terminée à distance
identity-event-account-opened = compte ouvert
identity-event-account-closed = compte fermé
identity-event-account-reopened = compte rouvert
identity-event-link-sent = lien envoyé
identity-event-password-chosen = mot de passe choisi
identity-event-mandate-given = fonction donnée
identity-event-mandate-ended = fonction terminée
identity-event-token-made = jeton créé
identity-event-token-ended = jeton terminé
identity-event-read = données personnelles consultées
identity-event-erased = personne effacée
identity-event-denied = refus

# What is wrong in a form.
identity-wrong-sign-in = L’adresse ou le mot de passe n’est pas juste.
identity-wrong-name = Écrivez un nom de 1 à 300 caractères.
identity-wrong-email = Ce n’est pas une adresse e-mail comme nom@example.ma.
identity-wrong-phone = Ce n’est pas un numéro de téléphone comme 0612345678 ou +33612345678.
identity-wrong-short = Le mot de passe a moins de huit caractères.
identity-wrong-long = Le mot de passe a plus de 128 caractères.
identity-wrong-guessed = Ce mot de passe se devine : il est courant, répétitif, ou fait de votre nom ou de votre adresse. Prenez une courte phrase.
identity-wrong-before = Le mot de passe actuel n’est pas juste.
identity-wrong-days = Écrivez un nombre de 1 à 366.
identity-wrong-scope = Choisissez ce que le jeton permet.
identity-wrong-role = Choisissez une fonction de la liste.
identity-wrong-place = Aucun lieu de ce code pour cette fonction.
identity-wrong-subject = Aucune coopérative de ce numéro.
identity-wrong-day = Écrivez une date comme 2026-12-31.
identity-wrong-until = Écrivez une date qui suit le premier jour, ou laissez vide.
identity-wrong-filter = Laissez ce filtre, ou prenez-le d’une page.

# What people are written.
identity-letter-welcome-subject = Votre compte Twiza
identity-letter-welcome = Vous avez demandé un compte. Suivez ce lien pour choisir un mot de passe :
identity-letter-known-subject = Vous avez un compte Twiza
identity-letter-known = Vous avez demandé un compte, et vous en avez déjà un. Connectez-vous avec votre mot de passe, ou choisissez-en un autre par ce lien :
identity-letter-invited-subject = Invitation à Twiza
identity-letter-invited = Un compte vous a été ouvert. Suivez ce lien, valable sept jours, pour choisir un mot de passe :
identity-letter-forgotten-subject = Nouveau mot de passe
identity-letter-forgotten = Suivez ce lien pour choisir un nouveau mot de passe :
identity-letter-end = Si vous n’avez rien demandé, ne faites rien : rien n’a changé.

# The second factor.
identity-second = Un code de votre téléphone
identity-second-lead = Ouvrez l’application de codes de votre téléphone et écrivez les six chiffres.
identity-second-code = Le code
identity-second-recovery = Téléphone perdu ? Écrivez l’un de vos codes de secours.
identity-second-go = Continuer
identity-second-factor = Second facteur
identity-second-off = Pour plus de sûreté, un code de votre téléphone vous est demandé à chaque connexion.
identity-second-on = Un code de votre téléphone vous est demandé à chaque connexion.
identity-second-begin = Mettre en place
identity-second-end = Désactiver
identity-second-setup-lead = Photographiez ce code avec une application de codes, puis écrivez les six chiffres qu’elle montre.
identity-second-picture = Image que lit l’application
identity-second-typed = Ou écrivez dans l’application :
identity-second-done = Codes de secours
identity-second-done-lead = Notez-les sur papier et gardez-les : chacun vous laisse entrer une fois si vous perdez votre téléphone. Ils ne seront plus montrés.
identity-event-factor-begun = second facteur activé
identity-event-factor-ended = second facteur désactivé
identity-wrong-code = Ce code n’est pas juste ou a déjà servi. Attendez le suivant.

# Passkeys.
identity-passkeys = Clés d’accès
identity-passkeys-lead = Avec une clé d’accès, vous vous connectez par votre doigt, votre visage ou le code qui déverrouille votre téléphone ou votre ordinateur. Aucun mot de passe ne peut être volé, et aucun code n’est demandé.
identity-passkeys-count = { PLURAL($n) ->
    [0] Vous n’avez aucune clé d’accès.
    [one] Vous avez une clé d’accès.
   *[other] Vous avez { $n } clés d’accès.
}
identity-passkeys-keep = Ajouter ou retirer des clés d’accès
identity-passkeys-none = Vous n’avez pas encore de clé d’accès.
identity-passkeys-nowhere = On atteint ce site par un numéro et non par un nom : aucune clé d’accès ne peut y être liée.
identity-passkey-unused = pas encore utilisée
identity-passkey-end = Retirer
identity-passkey-end-note = Quand vous retirez une clé d’accès, toutes vos autres sessions prennent fin.
identity-passkey-new = Nouvelle clé d’accès
identity-passkey-name = Nom de l’appareil
identity-passkey-name-note = Pour la reconnaître dans cette liste : « mon téléphone ».
identity-passkey-instead = Ou une clé d’accès à la place du mot de passe
identity-passkey-add = Ajouter une clé d’accès
identity-passkey-no-script = Votre navigateur ne peut pas créer de clé d’accès ici, ou il n’exécute pas de scripts. Tout le reste fonctionne sans.
identity-passkey-not-made = Aucune clé d’accès n’a été ajoutée. Réessayez.
identity-passkey-show = Utiliser une clé d’accès
identity-passkey-not-shown = La clé d’accès n’a pas été lue. Réessayez, ou utilisez votre mot de passe.
identity-passkey-sign-in = Se connecter avec une clé d’accès
identity-proof = Montrez d’abord que c’est vous
identity-proof-lead = Pour changer les clés d’accès, il faut montrer qui l’on est toutes les dix minutes.
identity-wrong-proof = Le mot de passe ou le code n’est pas juste.
identity-wrong-passkey = Cette clé d’accès n’ouvre aucun compte, ou le délai est passé. Réessayez, ou utilisez votre mot de passe.
identity-wrong-new-passkey = La clé d’accès n’a pas été ajoutée : le délai est passé, l’appareil en a déjà une, ou il ne peut pas en garder. Réessayez.
identity-event-passkey-added = clé d’accès ajoutée
identity-event-passkey-ended = clé d’accès retirée
identity-notice-subject = Votre compte Twiza a été modifié
identity-notice = Si ce n’était pas vous, connectez-vous, retirez ce que vous ne connaissez pas et choisissez un nouveau mot de passe :
identity-notice-passkey-added = Une clé d’accès a été ajoutée à votre compte.
identity-notice-passkey-ended = Une clé d’accès a été retirée de votre compte.
identity-notice-factor-begun = Un code de votre téléphone est désormais demandé à chaque connexion.
identity-notice-factor-ended = Aucun code de votre téléphone n’est plus demandé à la connexion.
