# الصفحة الرئيسية.
observatory-title = السجل الحي للتعاونيات
observatory-lead = اقرؤوا أي رقم في أي تاريخ، كما كان معروفًا في أي وقت، وافتحوا الوقائع التي يقوم عليها.
# قبل التاريخ: في 31 دجنبر 2022.
observatory-on = في
observatory-known-now = حسب ما هو معروف اليوم
observatory-cooperatives = التعاونيات
observatory-members = الأعضاء
observatory-women = النساء العضوات
observatory-womens-cooperatives = التعاونيات النسائية
observatory-share-capital = الرأسمال
observatory-of-members = { $share } من الأعضاء
observatory-of-cooperatives = { $share } من التعاونيات
observatory-acts = عرض الوقائع
observatory-by-region = التعاونيات حسب الجهة
observatory-region = الجهة
observatory-count = العدد
observatory-share = النسبة
observatory-rounded = كل نسبة مقرّبة على حدة، لذلك قد لا يكون مجموعها 100%.
observatory-stands-on = على ماذا يقوم هذا
observatory-act-count = { PLURAL($n) ->
    [zero] لا وقائع
    [one] واقعة واحدة
    [two] واقعتان
    [few] { $n } وقائع
    [many] { $n } واقعة
   *[other] { $n } واقعة
}
observatory-last = دُوّنت آخرها في
observatory-hash = ختمها:
observatory-proof = لا تُغيَّر واقعة ولا تُحذف أبدًا، وكل واقعة تحمل ختم ما قبلها. ويمكن لأي كان أن يعيد الحساب.
observatory-empty = السجل ما زال فارغًا
observatory-empty-import = استوردوا لائحة من التعاونيات:
observatory-empty-demo = أو تجوّلوا في بلد مختلق:
observatory-search = بحث
observatory-search-hint = اسم، منتوج، جماعة…
observatory-explore = استكشاف هذه الأرقام
observatory-latest = ما حدث أخيرا
observatory-menu-figures = الأرقام

# What is wrong with a question.
observatory-wrong-period = اذكروا إما تاريخا وإما فترة.
observatory-wrong-measure = اختاروا ما يُعدّ.
observatory-wrong-where = اكتبوا DIMENSION=VALUE، مثل delegation=KEN.
observatory-wrong-value = «{ $value }» غير موجود في السجل.

# A figure in words, what stands behind it, and what has changed since.
observatory-on-day = في { $day }
observatory-during = من { $from } إلى { $to }
observatory-until = إلى غاية { $to }
observatory-known-on = كما كان معروفا في { $day }
observatory-behind = ما يقوم عليه هذا الرقم
observatory-behind-lead = لم يُدخل أحد هذا الرقم: إنه مجموع ما تقوله هذه الوقائع.
observatory-by-kind = حسب نوع الواقعة
observatory-by-year = حسب سنة السريان
observatory-all-acts = كل الوقائع
observatory-next-acts = الوقائع الموالية
observatory-behind-private = لا تذكر الوقائع اسم أي شخص.
observatory-changes = ما الذي تغير منذ ذلك
observatory-difference = الفرق
observatory-changes-none = لا شيء: لم تُسجل بين هاتين اللحظتين أي واقعة تمس هذا الرقم.
observatory-changes-even = الرقم هو نفسه رغم أن وقائع تمسه: يعوض بعضها بعضا.
observatory-changes-lead = سُجلت بين هاتين اللحظتين وقائع تمس تاريخا ماضيا: يبقى الرقم المنشور حينها صحيحا حسب ما كان معروفا.
observatory-known-first = كما كان معروفا في
observatory-known-second = ثم كما كان معروفا في
observatory-compare = مقارنة
observatory-changes-acts = الوقائع التي تصنع الفرق
observatory-behind-count = { PLURAL($n) ->
    [zero] لا وقائع
    [one] واقعة واحدة
    [two] واقعتان
    [few] { $n } وقائع
    [many] { $n } واقعة
   *[other] { $n } واقعة
}
observatory-acts-shown = { PLURAL($n) ->
    [zero] لا وقائع
    [one] واقعة واحدة
    [two] واقعتان
    [few] { $n } وقائع
    [many] { $n } واقعة
   *[other] { $n } واقعة
}
observatory-year-count = { PLURAL($n) ->
    [zero] لا سنوات
    [one] سنة واحدة
    [two] سنتان
    [few] { $n } سنوات
    [many] { $n } سنة
   *[other] { $n } سنة
}

# The explorer.
observatory-explorer = الأرقام
observatory-wrong = لا يمكن الجواب عن السؤال كما هو:
observatory-wrong-question = لا يمكن توزيع هذا الرقم بهذه الطريقة.
observatory-since = المعروف اليوم عن نفس التاريخ: { $value }.
observatory-since-why = ما الذي تغير منذ ذلك
observatory-choose = اختيار رقم أو تاريخ أو مكان آخر
observatory-measure = ما يُعدّ
observatory-from = من
observatory-to = إلى
observatory-date = في تاريخ
observatory-known = كما كان معروفا في
observatory-where = أين
observatory-everywhere = في كل مكان
observatory-sector = القطاع
observatory-all-sectors = كل القطاعات
observatory-by = حسب
observatory-and-by = ثم حسب
observatory-by-nothing = —
observatory-known-hint = اتركوه فارغا لما هو معروف اليوم. أما تاريخ ماض فيعطي الرقم كما كان معروفا حينها: لا تُحتسب الوقائع المسجلة بعد ذلك.
observatory-show = عرض
observatory-table = الجدول
observatory-total = المجموع
observatory-download = تحميل:
observatory-definition = ما معناه
observatory-stock = يُعدّ في تاريخ معين.
observatory-flow = يُعدّ خلال فترة.
observatory-source = المصدر:
observatory-cite = الاستشهاد بهذا الرقم
observatory-cited = Twiza، { $measure }، { $when }، { $known }، الواقعة رقم { $seq }، الختم { $hash }.
observatory-permalink = عنوان دائم
observatory-permalink-note = سيعطي هذا العنوان دائما نفس الجواب، مهما سُجل من وقائع لاحقا.
observatory-more = { PLURAL($n) ->
    [zero] لا أسطر أخرى في البيانات.
    [one] سطر آخر واحد في البيانات.
    [two] سطران آخران في البيانات.
    [few] { $n } أسطر أخرى في البيانات.
    [many] { $n } سطرا آخر في البيانات.
   *[other] { $n } سطر آخر في البيانات.
}
observatory-as-table = في جدول

# The method, and the interface for programs.
observatory-method = المنهجية
observatory-method-lead = كيف تُصنع الأرقام، وكيف يمكن لأي كان أن يتحقق منها.
observatory-method-acts = وقائع لا مجاميع
observatory-method-acts-text = لا يُدخل أحد مجموعا. ما يُسجل هو وقائع: تُقيد تعاونية، يُقبل أعضاء، يُنقل مقر. كل رقم هو مجموع ما تقوله هذه الوقائع. لا تُغير واقعة ولا تُحذف أبدا: إن كانت خاطئة ألغتها واقعة أخرى.
observatory-method-dates = تاريخان
observatory-method-dates-text = لكل رقم تاريخان دائما. التاريخ المرجعي يقول عن أي يوم نتحدث. وتاريخ المعرفة يقول ما كان السجل يعرفه في لحظة معينة. وبهما معا يُعاد رقم نُشر قبل سنوات كما هو بالضبط، رغم وصول وقائع متأخرة بعد ذلك.
observatory-method-example = مثال: في 31 دجنبر 2022 كانت بمندوبية { $place } { $before } تعاونية كما كان معروفا في نهاية 2023. والمعروف اليوم عن نفس اليوم هو { $now }.
observatory-method-late = الوقائع المتأخرة والتصحيحات
observatory-method-late-text = الواقعة التي تُسجل بعد سريانها بوقت طويل تغير أرقام الماضي كما هي معروفة اليوم، ولا تغيرها أبدا كما كانت معروفة حينها. وصفحة كل رقم تقول ما تغير منذ ذلك، واقعة بعد واقعة.
observatory-method-unknown = ما لا نعرفه
observatory-method-unknown-text = غير المعروف قيمة. الجنس أو القطاع أو المكان غير المعروف يظهر كما هو: لا يُحذف ولا يُوزع. وما حدث في يوم غير معروف يدخل في كل رصيد منذ البداية، ولا يدخل في أي فترة.
observatory-method-rounding = التقريب
observatory-method-rounding-text = تُقرب كل نسبة على حدة إلى أقرب عدد صحيح. لذلك قد يختلف مجموع النسب المقربة عن مائة.
observatory-method-privacy = الحياة الخاصة
observatory-method-privacy-text = لا يحتوي السجل الزمني على اسم أي شخص ولا تاريخ ميلاده ولا رقم بطاقته. يُشار إلى العضو بمعرف لا يقول عنه شيئا.
observatory-method-proof = تحققوا بأنفسكم
observatory-method-proof-text = تحمل كل واقعة ختما (SHA-256) يُحسب من الواقعة ومن ختم سابقتها: تغيير حرف واحد من الماضي يغير كل الأختام بعده. وبنسخة من السجل الزمني، تعيد هذه الأوامر الحساب كله من الواقعة الأولى:
observatory-method-licence = الترخيص
observatory-method-licence-text = يمكن إعادة استعمال البيانات بحرية وفق رخصة المشاع الإبداعي نَسب المُصنَّف 4.0 مع ذكر المصدر. حدود الخرائط من خريطة الشارع المفتوحة (ODbL).
observatory-method-measures = ما يُعدّ
observatory-method-by = حسب:
observatory-unit-money = بالنقود، بعملتها.
observatory-unit-count = بالعدد.
observatory-interface = واجهة للبرامج
observatory-interface-lead = كل الأرقام وكل الوقائع وكل التعاونيات، بصيغتي JSON وCSV، دون حساب. الأوصاف بالإنجليزية.
observatory-interface-example = مثال:

# Territories: the regions, provinces, communes and delegations.
observatory-territories = المجالات الترابية
observatory-territories-lead = كل جهة وإقليم وجماعة ومندوبية مع تعاونياتها، في أي تاريخ.
observatory-territories-all = كل الجهات والمندوبيات
observatory-regions = الجهات
observatory-delegations = المندوبيات
observatory-delegations-note = ليست المندوبية جزءا من جهة واحدة: فبعض المندوبيات تشمل جهتين أو ثلاثا.
observatory-place-missing = هذا المكان غير موجود
observatory-place-missing-code = لا يوجد مكان رمزه { $code }.
observatory-place-near = هل تقصدون
observatory-crumbs = الموقع الترابي
observatory-moment-other = تاريخ آخر
observatory-moment-now = عرض وضعية اليوم
observatory-tree = التقسيم الترابي ليوم
observatory-tree-on = حسب التقسيم الترابي ليوم { $day }
observatory-wrong-future = لم يحن «{ $value }» بعد: اكتبوا تاريخا إلى غاية اليوم أو اتركوه فارغا.
observatory-by-province = التعاونيات حسب الإقليم أو العمالة
observatory-by-commune = التعاونيات حسب الجماعة
observatory-by-sector = التعاونيات حسب القطاع
observatory-other-sectors = قطاعات أخرى
observatory-members-by-sex = الأعضاء حسب الجنس
observatory-growth = التعاونيات من سنة إلى أخرى
observatory-at-end = نهاية السنة
observatory-registered-in = المقيّدة
observatory-newest = أحدث التعاونيات
observatory-known-today = المعروف اليوم عن التاريخ نفسه أرقام أخرى:
observatory-changes-see = ما الذي تغير
observatory-unchanged = لم تغير الوقائع المسجلة بعد ذلك هذه الأرقام.
observatory-colon = :
observatory-comma = ،
