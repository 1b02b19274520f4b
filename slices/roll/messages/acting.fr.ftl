# Qui agit ici pour une coopérative.
roll-acting = Qui agit ici pour elle
roll-acting-lead = Qui a le mandat tient le registre des membres, demande les changements et dépose les comptes au nom de la coopérative.
roll-acting-none = Personne n’agit ici pour cette coopérative.
roll-acting-since = depuis le
roll-acting-until = jusqu’au
roll-acting-end = Mettre fin
roll-acting-give = Donner le mandat
roll-field-contact = Adresse électronique ou numéro de téléphone du compte
roll-field-contact-note = La personne a ouvert un compte et confirmé l’adresse.
roll-field-acts_until = Dernier jour
roll-field-acts_until-note = Celui de la durée des fonctions, s’il est connu.
roll-wrong-contact = Écrivez une adresse électronique ou un numéro de téléphone.
roll-wrong-nobody = Aucun compte n’a cette adresse ou ce numéro : demandez à la personne d’en ouvrir un.
roll-wrong-oneself = Nul ne se donne un mandat à soi-même.
roll-wrong-acts_until = Donnez un jour qui n’est pas passé, ou aucun.
