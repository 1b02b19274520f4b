# The page of one's reminders.
reminders-title = Reminders
reminders-why = A month and a week before each last day, and the day after it if nothing was filed, a message goes to the address or telephone of your account.
reminders-on = Reminders are sent
reminders-off = Reminders are not sent
reminders-turn-on = Send me reminders
reminders-turn-off = Send me no more reminders
reminders-nobody = Your account acts for no cooperative: there is nothing to remind you of.
reminders-nothing = Nothing is due soon.
reminders-over = Your mandate ended on { $day }, and nobody acts for this cooperative here. The delegation lets somebody act again, by the minutes of the new appointment.
reminders-last = Last message:
reminders-until = Last day:
reminders-told = next reminder:

# The message. { $name } is the cooperative.
reminders-letter-subject = { $name }: something is due soon
reminders-letter-intro = For the cooperative { $name } ({ $number }), there is still to do:
# { $what } is what is due, { $day } the last day for it.
reminders-letter-until = { $what }, by { $day }
reminders-letter-late = { $what }: the last day was { $day }
reminders-letter-more = { PLURAL($n) ->
    [one] and one more thing
   *[other] and { $n } more
}
reminders-letter-how = What is asked, by which article, and where to file it:
reminders-letter-over = Your mandate ended on { $day }, and nobody acts for the cooperative. Bring the minutes of the new appointment to the delegation: it lets somebody act again.
reminders-letter-stop = You get this message because you act for this cooperative. To get no more of them:
reminders-letter-stop-over = You get this message because you acted last for this cooperative. To get no more of them:
