# The roll.
roll-title = سجل الأعضاء
roll-now = الأعضاء اليوم
roll-gone = من غادروا
roll-none = لا تمسك هذه التعاونية سجلا للأعضاء بعد: لا يعرف السجل المركزي من أعضائها إلا عددهم على الأكثر. يفتح السجل بجميع الأعضاء دفعة واحدة وفي يوم واحد.
roll-private = لا يرى الأسماء إلا التعاونية ومندوبيتها والمدققون. ويسجل كل اطلاع عليها.
roll-picture = الأعضاء حسب الجنس والسن
roll-members = الأعضاء
roll-women = النساء
roll-men = الرجال
roll-young = أقل من 35 سنة
roll-young-one = أقل من 35 سنة
roll-sex-unknown = جنس غير معروف
roll-legal-persons = أشخاص اعتباريون
roll-unknown = لا يعرف عنهم أكثر
roll-age-young = أقل من 35 سنة
roll-age-older = 35 سنة فأكثر
roll-age-unknown = سن غير معروفة
roll-shares = الحصص
roll-capital = رأس المال
roll-paid-up = المحرر من رأس المال
roll-share = قيمة الحصة
roll-since = عضو منذ
roll-shares-count = { PLURAL($n) ->
    [zero] لا حصص
    [one] حصة واحدة
    [two] حصتان
    [few] { $n } حصص
    [many] { $n } حصة
   *[other] { $n } حصة
}
roll-erased = عضو محيت معطياته
roll-nameless = عضو بلا اسم
roll-person = شخص ذاتي
roll-legal = شخص اعتباري
roll-female = امرأة
roll-male = رجل
roll-choose = اختر

# A member.
roll-member = عضو
roll-known = ما يعرف عنه
roll-history = ما جرى
roll-admitted = قبول العضو
roll-left = مغادرة
roll-took = اكتتب { $shares }
roll-reimbursed = أرجعت إليه قيمة { $shares }
roll-got = انتقلت إليه { $shares } من { $name }
roll-gave = فوت { $shares } إلى { $name }
roll-leave = مغادرة العضو
roll-why-withdrew = انسحاب
roll-why-excluded = إقصاء
roll-why-died = وفاة أو حل
roll-why-transferred = تفويت جميع الحصص
roll-reimburse = ترجع التعاونية قيمتها

# A change, looked through before it is recorded.
roll-admit = قبول عضو
roll-effect = ما الذي سيتغير
roll-effect-what = البيان
roll-effect-before = قبل
roll-effect-after = بعد
roll-look = عرض ما سيتغير
roll-look-again = إعادة النظر
roll-look-note = لا يقيد شيء قبل أن ترى ما سيتغير.
roll-record = تقييد
roll-stops = غير ممكن
roll-warns = انتبه
roll-warn-members = سيبقى من الأعضاء { $number }، والمطلوب { $least }. لن تكون التعاونية في وضعية سليمة إلى أن يقبل غيرهم: يظهر ذلك في وضعيتها، وتراه المندوبية.
roll-warn-capital = سيصبح رأس المال { $number }، وهو أقل من { $least }. فوتوا الحصص لعضو آخر، أو اكتتبوا غيرها أولا.
roll-unvalued-capital = لا يعرف السجل رأس المال، فلا يمكن تحديد قيمة الحصة. اطلبوا من المندوبية تقييده.
roll-unvalued-shares = لا يعرف عدد حصص بعض الأعضاء، فلا يمكن تحديد قيمة الحصة.
roll-unvalued-uneven = رأس المال المقيد لا ينقسم على حصص الأعضاء بالتساوي. اطلبوا من المندوبية تصحيحه.
roll-unvalued-admit = يمكن قبول عضو رغم ذلك. اتركوا عدد الحصص فارغا.

# Fields.
roll-field-who = شخص ذاتي أو اعتباري
roll-field-name = الاسم الكامل
roll-field-name_fr = الاسم بالحروف اللاتينية
roll-field-identity_number = رقم البطاقة الوطنية
roll-field-born_on = تاريخ الازدياد
roll-field-sex = الجنس
roll-field-phone = الهاتف
roll-field-phone-note = يمكن تركه فارغا.
roll-field-shares = الحصص
roll-field-paid = الحصص الجديدة
roll-paid-yes = تؤدى كلها الآن
roll-paid-no = تؤدى فيما بعد
roll-field-on = تاريخ الأثر
roll-field-paper = الوثيقة المثبتة
roll-field-paper-note = مثلا: محضر الجمع العام بتاريخه. لا تكتبوا أسماء.
roll-field-why = السبب
roll-field-to = حصصه

# What is wrong.
roll-wrong-name = اكتبوا الاسم.
roll-wrong-identity = رقم البطاقة الوطنية حرف أو حرفان ثم خمسة أو ستة أرقام، مثل AB123456.
roll-wrong-born = اكتبوا تاريخ الازدياد، وهو قبل تاريخ القبول.
roll-wrong-sex = اختاروا امرأة أو رجل.
roll-wrong-phone = اكتبوا رقم هاتف، مثل 06 12 34 56 78.
roll-wrong-shares = اكتبوا عدد الحصص: عدد صحيح من واحد إلى مليون.
roll-wrong-day = اكتبوا التاريخ.
roll-wrong-future = هذا التاريخ لم يحل بعد.
roll-wrong-before = لم تكن التعاونية مقيدة في السجل في هذا التاريخ.
roll-wrong-paper = اذكروا الوثيقة التي تثبت ذلك.
roll-wrong-twice = هذا العضو مقيد في السجل من قبل.
roll-wrong-why = اختاروا سبب المغادرة.
roll-wrong-order = جرى للعضو شيء بعد هذا التاريخ: اكتبوا ذلك التاريخ أو تاريخا بعده.
roll-wrong-to = اختاروا عضوا آخر من السجل.
roll-wrong-transferred = اختاروا من انتقلت إليه الحصص.
roll-wrong-last = لا يمكن أن يغادر العضو الأخير: اطلبوا حل التعاونية.
roll-wrong-closed = لا يمسك سجل للأعضاء بعد.
roll-wrong-conflict = غير شخص آخر شيئا في هذه الأثناء. أعيدوا النظر؛ ما كتبتموه لا يزال هنا.

# Many at once.
roll-open = فتح السجل
roll-open-lead = أدخلوا جميع الأعضاء دفعة واحدة. ابتداء من التاريخ الذي تختارونه يحتسب الأعضاء المقيدون في السجل، لا العدد المصرح به.
roll-import = قبول أعضاء بواسطة جدول
roll-import-lead = من كان جديدا في الجدول يقبل. ومن كان مقيدا من قبل يبقى كما هو، ولا يغادر أحد لأن الجدول لا يذكره.
roll-import-new = { PLURAL($n) ->
    [zero] لا أعضاء جدد
    [one] عضو جديد واحد
    [two] عضوان جديدان
    [few] { $n } أعضاء جدد
    [many] { $n } عضوا جديدا
   *[other] { $n } عضو جديد
}
roll-import-unchanged = { PLURAL($n) ->
    [zero] لا أحد مقيد من قبل
    [one] واحد مقيد من قبل
    [two] اثنان مقيدان من قبل
    [few] { $n } مقيدون من قبل
    [many] { $n } مقيدا من قبل
   *[other] { $n } مقيد من قبل
}
roll-import-bad = ما يجب تصحيحه
roll-import-row = السطر
roll-import-column = العمود
roll-import-seen = المكتوب فيه
roll-import-right = الصواب
roll-import-more = هناك المزيد: ملف هذه السطور يضم كل شيء.
roll-import-mend = صححوا السطور في الجدول أسفله، أو خذوها في ملف وصححوه ثم أرسلوا الكل من جديد. لا يقيد شيء ما دام سطر واحد خاطئا.
roll-import-rejects = هذه السطور في ملف
roll-share-would = ستساوي الحصة { $amount }.
roll-template = جدول فارغ للملء
roll-pdf = للطبع والتوقيع
roll-xlsx = في مصنف
roll-print-on = إلى غاية { $day }
roll-print-note = تتضمن هذه اللائحة معطيات ذات طابع شخصي. احفظوها حيث لا يراها إلا من يجب أن يراها.
roll-field-file = ملف CSV أو XLSX
roll-field-table = أو الجدول نفسه
roll-field-table-note = منسوخا من جدول إلكتروني، وفي سطره الأول أسماء الأعمدة: الاسم، رقم البطاقة الوطنية، تاريخ الازدياد، الجنس، الحصص؛ وكذلك شخص، الاسم بالحروف اللاتينية، الهاتف.
roll-field-since = عضو منذ
roll-field-left = المغادرة
roll-field-at = الرقم
roll-field-signature = التوقيع
roll-wrong-who = اكتبوا شخص ذاتي أو شخص اعتباري.
roll-wrong-row = عدد خانات السطر لا يساوي عدد الأعمدة، أو ينقصه شيء.
roll-wrong-row-born = اكتبوا تاريخ الازدياد على شكل 31/12/1980، وهو قبل تاريخ القبول.
roll-wrong-row-twice = سطر آخر يقول غير ذلك عن العضو نفسه.
roll-wrong-table = هذا ليس جدولا. أرسلوا ملف CSV أو XLSX، أو ألصقوا سطور جدول إلكتروني.
roll-wrong-columns = تنقص أعمدة: الاسم والحصص على الأقل.
roll-wrong-too-long = لا يؤخذ أكثر من 5000 سطر دفعة واحدة.
roll-wrong-too-large = الملف كبير جدا: 2 ميغابايت على الأكثر.

# Shares that move, and exclusions.
roll-move = الحصص: اكتتاب وتفويت وإرجاع
roll-name = من هو
roll-save = حفظ
roll-nobody = لا أحد
roll-deed-take = يكتتب حصصا أخرى
roll-deed-give = يفوت بعضها لعضو آخر
roll-deed-back = ترجع إليه قيمة بعضها
roll-shares-new = حصص جديدة
roll-ground-none = ليس إقصاء
roll-ground-unpaid = عدم أداء الحصص المطلوبة
roll-ground-other = سبب آخر ينص عليه النظام الأساسي
roll-warn-notice = يمنح الإنذار { $least } للأداء: إلى غاية { $until }. ولا يسري الإقصاء لهذا السبب إلا بعد هذا التاريخ.
roll-field-deed = ما يجري
roll-field-receiver = لمن تنتقل، إن فوتت
roll-field-from = مصدر الحصص
roll-field-from-note = يأخذ الوارث حصص المتوفى: اقبلوا الورثة أولا في تاريخ الوفاة، ثم قيدوا مغادرة العضو.
roll-field-why-note = لم نجد مادة تحدد أجل الإشعار بالانسحاب: ارجعوا إلى النظام الأساسي.
roll-field-ground = في حالة الإقصاء: السبب
roll-field-notice_on = في حالة الإقصاء: تاريخ التوصل بالإنذار
roll-field-reason = في حالة الإقصاء: التعليل بالكلمات
roll-wrong-deed = اختاروا ما يجري للحصص.
roll-wrong-all = لا يفوت أو يرجع إلا أقل مما يملكه العضو: من لم تبق له حصة يغادر.
roll-wrong-held = لا يملك العضو هذا العدد من الحصص.
roll-wrong-ground = لا إقصاء بلا سبب.
roll-wrong-notice = اكتبوا تاريخ توصل العضو بالإنذار.
