# صفحة التذكيرات.
reminders-title = التذكيرات
reminders-why = قبل كل أجل بشهر ثم بأسبوع، وفي اليوم الموالي له إن لم يودع شيء، تصل رسالة إلى بريد حسابكم أو هاتفه.
reminders-on = التذكيرات مفعّلة
reminders-off = التذكيرات متوقفة
reminders-turn-on = تفعيل التذكيرات
reminders-turn-off = إيقاف التذكيرات
reminders-nobody = لا يتصرف حسابكم باسم أي تعاونية: ليس هناك ما يُذكَّر به.
reminders-nothing = لا أجل قريب.
reminders-over = انتهى تفويضكم في { $day } ولا أحد يتصرف هنا باسم هذه التعاونية. تمنح المندوبية التفويض من جديد بناء على محضر التعيين الجديد.
reminders-last = آخر رسالة:
reminders-until = آخر يوم:
reminders-told = التذكير المقبل:

# الرسالة. { $name } اسم التعاونية.
reminders-letter-subject = { $name }: آجال تقترب
reminders-letter-intro = بقي على التعاونية { $name } ({ $number }):
# { $what } هو المطلوب و{ $day } آخر يوم له.
reminders-letter-until = { $what }، في أجل أقصاه { $day }
reminders-letter-late = { $what }: كان آخر يوم هو { $day }
reminders-letter-more = { PLURAL($n) ->
    [zero] ولا شيء غيره
    [one] وأجل واحد آخر
    [two] وأجلان آخران
    [few] و{ $n } آجال أخرى
    [many] و{ $n } أجلا آخر
   *[other] و{ $n } أجل آخر
}
reminders-letter-how = ما هو مطلوب، وبأي مادة، وكيفية إيداعه:
reminders-letter-over = انتهى تفويضكم في { $day } ولا أحد يتصرف باسم التعاونية. أدلوا للمندوبية بمحضر التعيين الجديد: فهي تمنح التفويض من جديد.
reminders-letter-stop = تصلكم هذه الرسالة لأنكم تتصرفون باسم هذه التعاونية. لإيقافها:
reminders-letter-stop-over = تتوصلون بهذه الرسالة لأنكم آخر من تصرف باسم هذه التعاونية. لعدم التوصل بها مستقبلا:
