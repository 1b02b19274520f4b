# ما يقوله إطار كل صفحة.
web-skip = الانتقال إلى المحتوى
web-menu = القائمة
web-about = حول الموقع
web-motto = كل رقم يستند إلى وقائع مسجلة.
web-languages = اللغات
web-home = إلى الصفحة الرئيسية
web-licence = البيانات: CC BY 4.0.
web-demo = عرض تجريبي: بيانات مختلقة.
web-demo-more = ما عدا تعاونيات حقيقية قليلة موسومة بذلك، لا وجود لشيء مما يظهر هنا.

# المشاكل: ما الأمر، وما العمل.
web-problem-not-found = هذه الصفحة غير موجودة
web-problem-not-found-next = تحققوا من العنوان، أو عودوا إلى الصفحة الرئيسية.
web-problem-method = لا يستعمل هذا العنوان بهذه الطريقة
web-problem-method-next = عودوا إلى الصفحة الرئيسية.
web-problem-not-acceptable = هذه البيانات غير متوفرة بهذا الشكل
web-problem-not-acceptable-next = يمكن الحصول عليها بصيغة JSON وبصيغة CSV.
web-problem-question = لا يمكن الجواب عن السؤال كما هو مطروح
web-problem-question-next = فيما يلي ما يصح.
web-problem-sign-in = يرجى تسجيل الدخول
web-problem-sign-in-next = هذه الصفحة مخصصة لمن لهم حساب.
web-problem-denied = لا يحق لك القيام بذلك
web-problem-denied-next = ليس هذا من مهامك. يمكن لمدير الموقع أن يمنحك هذا الحق.
web-problem-second-factor = تطلب حماية ثانية
web-problem-second-factor-next = أعدها في حسابك، أو ادخل بها.
web-problem-foreign = جاء هذا الطلب من موقع آخر
web-problem-foreign-next = لم يتغير شيء. توجه إلى الصفحة نفسها وأرسل الطلب منها.
web-problem-too-often = محاولات كثيرة جدا
web-problem-too-often-next = انتظر قليلا ثم حاول من جديد.
web-problem-conflict = غيّر شخص آخر هذا في غضون ذلك
web-problem-conflict-next = انظروا إلى ما سُجّل، ثم قرروا من جديد.
web-problem-refused = لا تسمح قواعد السجل بذلك
web-problem-refused-next = فيما يلي القاعدة.
web-problem-fault = وقع خطأ من جانبنا
web-problem-fault-next = لم يضع شيء مما سُجّل. أعيدوا المحاولة بعد لحظات.
web-problem-number = إذا تكرر الأمر، فأخبرونا بالرقم { $number }.

# Currencies, after an amount.
web-currency-mad = درهم
web-currency-tnd = دينار تونسي
web-currency-xof = فرنك إفريقي
web-currency-gbp = جنيه إسترليني
web-currency-eur = أورو

# Dimensions that every ledger has.
web-dimension-country = البلد
web-dimension-region = الجهة
web-dimension-delegation = المندوبية
web-dimension-province = الإقليم أو العمالة
web-dimension-commune = الجماعة
web-dimension-place = المكان
web-dimension-year = السنة
web-dimension-currency = العملة
web-unknown = غير معروف

# An act in a list.
web-told-voids = تلغي الواقعة رقم { $seq }
web-told-day-unknown = تاريخ غير معروف
web-told-late = واقعة متأخرة، سُجلت في
web-told-recorded = سُجلت في
web-told-number = الواقعة رقم { $seq }
web-told-voided-by = ألغتها الواقعة رقم { $seq }
web-act-voided = إلغاء واقعة

# A parameter that is wrong.
web-wrong-once = اذكروه مرة واحدة فقط.
web-wrong-day = «{ $value }» ليس تاريخا صحيحا: اكتبوا السنة ثم الشهر ثم اليوم، مثل 2022-12-31.
web-wrong-known = اكتبوا تاريخا مثل 2022-12-31 أو لحظة مثل 2022-12-31T10:00:00Z.
web-wrong-number = «{ $value }» ليس عددا ممكنا هنا.
web-wrong-line = اكتبوا سطرا واحدا لا يتجاوز 200 حرف.
web-wrong-text = 4000 حرف على الأكثر.
web-wrong-money = لا يُقرأ « { $value } » كمبلغ. اكتبوه برقمين عشريين على الأكثر، مثل 1234,50.
web-wrong-flag = اكتبوا yes أو no.
web-errors = لم يُحفظ شيء بعد:
web-wrong-form = تعذرت قراءة الاستمارة: أرسلها من جديد.
web-wrong-parameter = لا تعرف هذه الصفحة هذا المعطى.
web-wrong-file-none = اختر ملفًا لإرساله.
web-wrong-file-empty = الملف فارغ: اختاروا ملفا آخر.
web-wrong-file-long = حجم الملف كبير جدا: الحد الأقصى { $value } ميغابايت. امسحوا الوثيقة بالرمادي أو بدقة أقل.
web-wrong-file-kind = هذا الملف ليس PDF ولا صورة JPEG أو PNG أو WebP، أو هو تالف. العبرة بالمحتوى لا بالاسم.
web-wrong-file-active = يحتوي ملف PDF هذا على برنامج أو على ملفات أخرى: أرسلوا نسخة ممسوحة عادية من الوثيقة.
web-wrong-file-name = غيّروا اسم الملف: يجب ألا يتضمن شرطة مائلة ولا علامة خفية وألا يتجاوز 150 حرفا.
web-wrong-file-infected = رفض برنامج مكافحة الفيروسات هذا الملف. افحصوا جهازكم ثم امسحوا الوثيقة من جديد.
web-wrong-file-unscanned = يتعذر فحص الملفات حاليا: أعيدوا المحاولة لاحقا.
web-file-pdf = ملف PDF
web-file-jpg = صورة JPEG
web-file-png = صورة PNG
web-file-webp = صورة WebP
web-file-size = { $value } كيلوبايت
web-file-none = لا ملف بعد.
web-file-choose = الملف
web-file-add = إضافة ملف: مسح ضوئي أو صورة
web-file-remove = إزالة هذا الملف
web-file-send = إرسال الملف
web-file-note = ملف PDF أو صورة JPEG أو PNG أو WebP، بحجم { $value } ميغابايت على الأكثر. يُحذف من الصور مكان التقاطها.
web-problem-near = ربما تبحثون عن
web-map-credit = © المساهمون في خريطة الشارع المفتوحة
web-chart-other = أخرى
# ملف لا يمكن إنشاؤه: ما الخلل، وما العمل.
web-problem-unpressed = لا يمكن إنشاء ملفات PDF وPNG هنا
web-problem-unpressed-next = اطبع الصفحة، أو خذ الرسم بصيغة SVG، أو اطلب ممن يدير هذا الموقع تثبيت twiza-press.
web-problem-busy = ملفات كثيرة قيد الإنشاء الآن
web-problem-busy-next = أعد المحاولة بعد لحظة.
web-problem-too-much = هذا أكبر من أن يسعه ملف واحد
web-problem-too-much-next = اختر جزءًا أصغر منه، أو خذه جدولًا.
web-gallery = المكونات
web-gallery-lead = كل ما تتألف منه الصفحات.

# Why the ledger says no.
web-refusal-conflict = سُجلت وقائع أخرى حول { $subject } في هذه الأثناء: الوقائع رقم { $acts }. اطلعوا عليها ثم قرروا من جديد.
web-refusal-future = يوم { $day } لم يحل بعد: اليوم هو { $today }.
web-refusal-not-on-subject = لا يمكن إبطال الواقعة رقم { $act }: ليست من وقائع هذا الملف.
web-refusal-voided-already = لا يمكن إبطال الواقعة رقم { $act }: سبق إبطالها.
web-refusal-void = الإبطال وحده يذكر الواقعة التي يبطلها، ولا إبطال بدونها.
web-refusal-unknown-subject = لا يمسك هذا الموقع شيئا باسم « { $subject } ».
web-refusal-no-measure = لا يوجد رقم باسم « { $measure } ».
web-refusal-no-dimension = لا يمكن توزيع « { $measure } » حسب « { $dimension } ».
web-refusal-twice = ذُكر نفس التوزيع مرتين: اذكروه مرة واحدة.
web-refusal-year = تُختار السنة بأول يوم وآخر يوم، لا بتصفية.
web-refusal-period = تنتهي الفترة يوم { $day } قبل أن تبدأ.
web-refusal-stock = « { $measure } » يُقاس في يوم معين: اختاروا تاريخا، أو التوزيع حسب السنة.
web-refusal-currency = عملة غير معروفة: « { $currency } ».
web-refusal-currencies = « { $measure } » بعملات مختلفة لا تُجمع: { $one } و{ $other }. اختاروا إحداها.
web-problem-too-often-wait = { PLURAL($n) ->
    [zero] حاولوا من جديد الآن.
    [one] حاولوا من جديد بعد دقيقة واحدة.
    [two] حاولوا من جديد بعد دقيقتين.
    [few] حاولوا من جديد بعد { $n } دقائق.
    [many] حاولوا من جديد بعد { $n } دقيقة.
   *[other] حاولوا من جديد بعد { $n } دقيقة.
}
web-another-day = في تاريخ آخر
web-on-day = في تاريخ
web-show = عرض
web-field-theirs = كتب شخص آخر في هذه الأثناء:
web-field-nothing = لا شيء
