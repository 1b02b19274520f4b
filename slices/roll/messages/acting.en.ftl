# Who acts for a cooperative here.
roll-acting = Who acts for it here
roll-acting-lead = Whoever has the mandate keeps the roll, asks for changes and files accounts in the name of the cooperative.
roll-acting-none = Nobody acts for this cooperative here.
roll-acting-since = since
roll-acting-until = until
roll-acting-end = End
roll-acting-give = Give the mandate
roll-field-contact = E-mail address or telephone number of the account
roll-field-contact-note = The person has opened an account and confirmed the address.
roll-field-acts_until = Last day
roll-field-acts_until-note = Of the term, if it is known.
roll-wrong-contact = Write an e-mail address or a telephone number.
roll-wrong-nobody = There is no account with this address or number: ask the person to open one.
roll-wrong-oneself = Nobody gives a mandate to themself.
roll-wrong-acts_until = Give a day that is not over, or none.
