# What stands on the pages for coming in.
identity-menu = My account
identity-sign-in = Sign in
identity-desk = Desk
identity-sign-out = Sign out
identity-sign-up = Open an account
identity-sign-up-lead = Write your name and your e-mail address or telephone number. We will send you a link by which you choose a password.
identity-have-account = I have an account
identity-contact = E-mail address or telephone number
identity-password = Password
identity-password-new = New password
identity-password-before = Present password
identity-password-rule = At least eight characters. A short sentence that you remember is better than a difficult word.
identity-password-change = Change the password
identity-password-ends = All your other sessions end.
identity-forgotten = Forgotten password
identity-forgotten-lead = Write your e-mail address or telephone number. We will send you a link by which you choose a new password.
identity-send-link = Send a link
identity-name = Full name
identity-privacy = Your personal data are kept sealed. Your account shows you who looked at them.
identity-sent = Look at your messages
identity-sent-lead = We sent a link that is good for one hour.
identity-sent-note = Nothing came? Check the address and the spam folder, then try again. We do not say here who has an account.
identity-choose = Choose a password
identity-choose-lead = With it you sign in from now on.
identity-save = Save
identity-link-void = This link is no longer good
identity-link-void-lead = A link is good once and not for long. Ask for another one.
identity-actors = Try this demonstration
identity-actors-more = Sign in with one of these accounts. The password, the same for all:
identity-messages = Messages of the demonstration
identity-messages-lead = What would be sent by e-mail or SMS, the newest first.
identity-messages-none = No message yet. A message may take some seconds.

# One's own account.
identity-account = Account
identity-mandates = Roles
identity-mandates-none = No role yet: the administrator of the site gives them.
identity-mandate-over = not in force today
identity-since = since
identity-until = until
identity-seen = last used:
identity-sessions = Where you are signed in
identity-here = this device
identity-end = End
identity-tokens = Tokens for programs
identity-tokens-lead = With a token a program acts in your name and does only what you allow.
identity-token-new = New token
identity-token-name = What it is for
identity-token-days = Good for (days, at most 366)
identity-token-scopes = What it may do
identity-token-make = Make the token
identity-token-made = This is your token
identity-token-once = Keep it now: it is not shown again.
identity-scope-reading = reading
identity-scope-changing = changing

# All accounts.
identity-accounts = Accounts
identity-accounts-none = No account with this address.
identity-find = Find
identity-more = More
identity-invite = Invite somebody
identity-invited = no password yet
identity-closed = closed
identity-close = Close the account
identity-reopen = Open it again
identity-erased = Erased person
identity-read-note = That you saw these names is noted in the audit log, and the people see it.
identity-mandate-new = Give a role
identity-mandate-give = Give
identity-role = Role
identity-of = Of what (code of the delegation or number of the cooperative)
identity-of-note = Leave it empty for a role of everything.
identity-first-day = First day
identity-last-day = Last day, if it is known
identity-role-administrator = Administrator
identity-role-auditor = Auditor
identity-role-headquarters = Headquarters
identity-role-none = Account without a role

# The audit log.
identity-audit = Audit log
identity-audit-lead = What happened around accounts and personal data, the newest first.
identity-own-log = Who looked at my data
identity-own-log-lead = All that happened to your account and every look at your data, the newest first.
identity-log-none = Nothing yet.
identity-by = Who
identity-me = you
identity-about = About whom
identity-event = What
identity-event-any = everything
identity-event-signed-in = signed in
identity-event-sign-in-failed = sign-in refused
identity-event-signed-out = signed out
identity-event-session-ended = session ended from elsewhere
identity-event-account-opened = account opened
identity-event-account-closed = account closed
identity-event-account-reopened = account opened again
identity-event-link-sent = link sent
identity-event-password-chosen = password chosen
identity-event-mandate-given = role given
identity-event-mandate-ended = role ended
identity-event-token-made = token made
identity-event-token-ended = token ended
identity-event-read = personal data read
identity-event-erased = person erased
identity-event-denied = denied

# What is wrong in a form.
identity-wrong-sign-in = The address or the password is not right.
identity-wrong-name = Write a name of 1 to 300 characters.
identity-wrong-email = This is not an e-mail address such as name@example.ma.
identity-wrong-phone = This is not a telephone number such as 0612345678 or +33612345678.
identity-wrong-short = The password has fewer than eight characters.
identity-wrong-long = The password has more than 128 characters.
identity-wrong-guessed = This password would be guessed: it is common, a pattern, or made of your name or address. Take a short sentence.
identity-wrong-before = The present password is not right.
identity-wrong-days = Write a number from 1 to 366.
identity-wrong-scope = Choose what the token may do.
identity-wrong-role = Choose a role of the list.
identity-wrong-place = There is no place of this code for this role.
identity-wrong-subject = There is no cooperative of this number.
identity-wrong-day = Write a day as 2026-12-31.
identity-wrong-until = Write a day after the first one, or leave it empty.
identity-wrong-filter = Leave this filter out, or take it from a page.

# What people are written.
identity-letter-welcome-subject = Your Twiza account
identity-letter-welcome = You asked for an account. Follow this link to choose a password:
identity-letter-known-subject = You have a Twiza account
identity-letter-known = You asked for an account, and you have one already. Sign in with your password, or choose another one by this link:
identity-letter-invited-subject = Invitation to Twiza
identity-letter-invited = An account was opened for you. Follow this link, which is good for seven days, to choose a password:
identity-letter-forgotten-subject = New password
identity-letter-forgotten = Follow this link to choose a new password:
identity-letter-end = If you did not ask for this, do nothing: nothing has changed.

# The second factor.
identity-second = A code from your telephone
identity-second-lead = Open the app for codes on your telephone and write the six digits.
identity-second-code = The code
identity-second-recovery = Telephone lost? Write one of your recovery codes.
identity-second-go = Go on
identity-second-factor = Second factor
identity-second-off = To be safer, a code from your telephone is asked for each time you sign in.
identity-second-on = A code from your telephone is asked for each time you sign in.
identity-second-begin = Set it up
identity-second-end = Turn it off
identity-second-setup-lead = Scan this picture with an app for codes, then write the six digits that it shows.
identity-second-picture = A picture that the app reads
identity-second-typed = Or type into the app:
identity-second-done = Recovery codes
identity-second-done-lead = Write them on paper and keep them: each lets you in once if you lose your telephone. They are not shown again.
identity-event-factor-begun = second factor turned on
identity-event-factor-ended = second factor turned off
identity-wrong-code = This code is not right or was used. Wait for the next one.

# Passkeys.
identity-passkeys = Passkeys
identity-passkeys-lead = With a passkey you sign in by your finger, your face or the number that unlocks your telephone or computer. No password can be stolen, and no code is asked for.
identity-passkeys-count = { PLURAL($n) ->
    [0] You have no passkey.
    [one] You have one passkey.
   *[other] You have { $n } passkeys.
}
identity-passkeys-keep = Add or remove passkeys
identity-passkeys-none = You have no passkey yet.
identity-passkeys-nowhere = This site is reached by a number and not by a name, so no passkey can be bound to it.
identity-passkey-unused = not used yet
identity-passkey-end = Remove
identity-passkey-end-note = When you remove a passkey, all your other sessions end.
identity-passkey-new = New passkey
identity-passkey-name = Name of the device
identity-passkey-name-note = So that you know it again in this list: “my telephone”.
identity-passkey-instead = Or a passkey instead of a password
identity-passkey-add = Add a passkey
identity-passkey-no-script = Your browser cannot make passkeys here, or it runs no scripts. All else works without.
identity-passkey-not-made = No passkey was added. Try again.
identity-passkey-show = Use a passkey
identity-passkey-not-shown = The passkey was not read. Try again, or use your password.
identity-passkey-sign-in = Sign in with a passkey
identity-proof = First show that it is you
identity-proof-lead = Whoever changes passkeys shows every ten minutes who he is.
identity-wrong-proof = The password or the code is not right.
identity-wrong-passkey = This passkey does not open any account, or it took too long. Try again, or use your password.
identity-wrong-new-passkey = The passkey was not added: it took too long, the device has one already, or it cannot keep one. Try again.
identity-event-passkey-added = passkey added
identity-event-passkey-ended = passkey removed
identity-notice-subject = Your Twiza account was changed
identity-notice = If it was not you, sign in, remove what you do not know, and choose a new password:
identity-notice-passkey-added = A passkey was added to your account.
identity-notice-passkey-ended = A passkey was removed from your account.
identity-notice-factor-begun = A code from your telephone is asked for from now on when you sign in.
identity-notice-factor-ended = No code from your telephone is asked for any more when you sign in.
