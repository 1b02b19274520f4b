# What it is called in the menu, and the guide.
founding-menu = التأسيس
founding-role-clerk = كاتب ضبط
founding-guide = تأسيس تعاونية: من الفكرة إلى التسجيل
founding-guide-lead = ست مراحل. كل ما تكتبه يُحفظ، ويمكنك أن تتوقف وتعود متى شئت، وحدك أو بمساعدة المندوبية.
founding-guide-begin = ابدأ مشروعك
founding-guide-note = كل عدد هنا يأتي من جدول القواعد القانونية.
founding-step-sheet = بطاقة المشروع
founding-step-name = التسمية
founding-step-founders = المؤسسون
founding-step-statutes = النظام الأساسي
founding-step-capital = الرأسمال
founding-step-filing = الملف
founding-step-sheet-needs = فكرتكم، وجماعة المقر، والنشاط، وما ستقدمه التعاونية لأعضائها.
founding-step-sheet-why = المقر يحدد المندوبية التي تصادق على التسمية والمحكمة التي تسجل؛ ويذكر مطبوع الطلب صنف التعاونية ومقرها والمحكمة.
founding-step-name-needs = ثلاث تسميات على الأكثر، أحبها إليكم أولا.
founding-step-name-why = تصادق المندوبية على تسمية واحدة قبل أي إجراء آخر.
founding-step-founders-needs = عن كل مؤسس: من هو، وكم حصة يأخذ، وما يقدمه عينا، وتوقيعه أو تأكيده.
founding-step-founders-why = التعاونية ملك لأعضائها: لكل عضو صوت واحد مهما كان عدد حصصه.
founding-step-statutes-needs = أجوبتكم: الغرض، ومن يسير وإلى متى، والاحتياطيات. ومنها يُستخرج النص مادة مادة.
founding-step-statutes-why = هي القواعد التي تعيش بها التعاونية. لا تعد مؤسسة إلا بعد أن يوقعها جميع المؤسسين.
founding-step-capital-needs = قيمة الحصة، وشهادة الإيداع من البنك، وتقرير التقويم إن كانت هناك حصص عينية.
founding-step-capital-why = يُكتتب الرأسمال كاملا. يؤدى جزء من الحصص النقدية ويجمد في البنك، وتُقوَّم الحصص العينية.
founding-step-filing-needs = إتمام المراحل الأخرى، ومحضر الجمع التأسيسي، ووصل السلطة المحلية.
founding-step-filing-why = على أساس هذا الملف تسجل كتابة ضبط المحكمة الابتدائية للمقر.
founding-step-court = المحكمة: السجل المحلي
founding-step-court-needs = لا شيء منكم، إلا إذا أعاد كاتب الضبط الملف: تصححونه وتودعونه من جديد.
founding-step-court-why = يدرس كاتب ضبط المحكمة الابتدائية للمقر الملف ويمسك السجل المحلي.
founding-step-register = المكتب: السجل المركزي
founding-step-register-needs = لا شيء منكم: ترسل كتابة الضبط نسخة الملف، وتقيد المندوبية التعاونية.
founding-step-register-why = يضم السجل المركزي جميع التعاونيات، ولكل شخص أن يطلب مستخرجا منه.

# What people should know of a part of the way.
founding-ahead-needs = ما يلزم
founding-ahead-why = لماذا
founding-ahead-days = في كم من يوم
founding-ahead-next = ثم
founding-ahead-free = لا قاعدة تحدد أجلا: خذوا ما يكفيكم من الوقت.
founding-ahead-takes = { $rule }: { $value }
founding-ahead-end = سُجلت التعاونية، وصار المؤسسون أعضاءها.
founding-then = ما يلي الإيداع

# How far a step is.
founding-progress = المراحل المنجزة
founding-progress-done = تم
founding-progress-waits = في انتظار القرار
founding-progress-until = الجواب إلى غاية { $day }
founding-progress-returned = أُعيد: للتصحيح
founding-progress-ready = جاهز للإيداع
founding-progress-missing = { PLURAL($n) ->
    [zero] لا ينقص شيء
    [one] ينقص شيء واحد
    [two] ينقص شيئان
    [few] تنقص { $n } أشياء
    [many] ينقص { $n } شيئا
   *[other] ينقص { $n } شيء
}

# One’s projects.
founding-mine = مشاريعي
founding-mine-none = لا مشروع بعد.
founding-new = مشروع جديد
founding-begin = ابدأ
founding-on-paper = عن ورق
founding-enter-on-paper = أُدخله لمؤسسين جاؤوا بأوراقهم
founding-waiting = { PLURAL($n) ->
    [zero] لا شيء ينتظر القرار
    [one] طلب واحد ينتظر القرار
    [two] طلبان ينتظران القرار
    [few] { $n } طلبات تنتظر القرار
    [many] { $n } طلبا ينتظر القرار
   *[other] { $n } طلب ينتظر القرار
}
founding-waiting-none = لا شيء ينتظر قراركم.
founding-filed = أودع في
founding-until = إلى غاية
founding-closed = الملف بين أيدي من يقرر: لا يُغيَّر شيء قبل أن يعود.
founding-done = سُجلت التعاونية تحت رقم
founding-give-up = التخلي عن المشروع
founding-give-up-note = يُحذف المشروع، ويُمحى كل ما يُعرف عن المؤسسين. لا رجعة في ذلك.
founding-save = حفظ
founding-next = المرحلة الموالية:
founding-choose = اختر
founding-missing = ما ينقص هنا
founding-missing-all = ما ينقص الملف
founding-rules = ما يقوله القانون

# What is missing.
founding-missing-idea = فكرة المشروع
founding-missing-place = جماعة المقر
founding-missing-branch = النشاط
founding-missing-categories = ما تقدمه التعاونية لأعضائها
founding-missing-name = تسمية صادقت عليها المندوبية
founding-missing-name_expired = انتهت مدة المصادقة على التسمية ({ $value })
founding-missing-founders = عدد المؤسسين أقل من { $value }
founding-missing-shares = حصة على الأقل لكل مؤسس
founding-missing-signed = توقيع كل مؤسس، بذكر الورقة
founding-missing-runners = من سيسير التعاونية من بين المؤسسين
founding-missing-share = قيمة الحصة
founding-missing-share_min = الحصة أقل من { $value }
founding-missing-capital_min = الرأسمال أقل من { $value }
founding-missing-paid = ما أدي نقدا أقل من { $value } من الحصص النقدية
founding-missing-paid_more = ما أدي أكثر من قيمة الحصص النقدية
founding-missing-deposit = البنك وشهادة الإيداع
founding-missing-report = تقرير تقويم الحصص العينية
founding-missing-minor = سن أحد المؤسسين أقل من { $value }
founding-missing-community = أحد المؤسسين يستغل أرضا جماعية: اذكروا الجماعة السلالية
founding-missing-legal = رقم كل شخص اعتباري ومن يمثله
founding-missing-kind = ما يُقدَّم عينا، مع قيمته
founding-missing-kind_worth = قيمة ما قُدم عينا لا تساوي قيمة الحصص المأخوذة عنه
founding-missing-land = مرجع لائحة ذوي الحقوق والقطعة الأرضية لكل مؤسس
founding-missing-blocked = أُودع المال بعد أكثر من { $value } من أول أداء
founding-missing-deposit_days = يوم أول أداء ويوم الإيداع
founding-missing-signed_scan = الأوراق الموقعة غير مرفقة: احملوها إلى كتابة الضبط
founding-missing-deposit_scan = شهادة الإيداع غير مرفقة: احملوها إلى كتابة الضبط
founding-missing-report_scan = تقرير التقويم غير مرفق: احملوه إلى كتابة الضبط
founding-advice = للتحقق

# Fields.
founding-field-title = بم تسمون مشروعكم؟
founding-field-idea = الفكرة
founding-field-idea-note = ماذا ستنتجون أو تقدمون، لمن، وبأية وسائل.
founding-field-place = جماعة المقر
founding-field-place-note = اكتب الاسم؛ إن كان مشتركا بين جماعات فستختار منها.
founding-field-branch = النشاط
founding-field-categories = ما تقدمه لأعضائها
founding-field-type = النوع
founding-field-community = الجماعة السلالية
founding-field-community-note = فقط إن كان المؤسسون من ذوي الحقوق في أراض جماعية (القانون 62-17).
founding-field-ar1 = التسمية الأولى بالعربية
founding-field-fr1 = التسمية الأولى بالفرنسية
founding-field-ar2 = التسمية الثانية بالعربية
founding-field-fr2 = التسمية الثانية بالفرنسية
founding-field-ar3 = التسمية الثالثة بالعربية
founding-field-fr3 = التسمية الثالثة بالفرنسية
founding-field-who = شخص ذاتي أو اعتباري
founding-field-name = الاسم الكامل
founding-field-identity_number = رقم البطاقة الوطنية
founding-field-born_on = تاريخ الازدياد
founding-field-sex = الجنس
founding-field-cash_shares = الحصص النقدية
founding-field-kind_shares = الحصص العينية
founding-field-runs = في التسيير
founding-field-signed = الورقة التي وقعها
founding-field-signed-note = مثلا: محضر الجمع التأسيسي بتاريخ…
founding-field-legal_number = التعريف الموحد للمقاولة أو رقم السجل
founding-field-legal_number-note = للشخص الاعتباري فقط. يتكون التعريف الموحد من 15 رقما.
founding-field-representative = من يمثله
founding-field-representative-note = للشخص الاعتباري فقط: الاسم الكامل لمن يوقع باسمه.
founding-field-kind_what = ما يُقدَّم عينا
founding-field-kind_what-note = مثلا: عشر خلايا نحل ومفرزة عسل.
founding-field-kind_value = قيمة الحصة العينية بالدرهم
founding-field-first_paid_on = يوم أول أداء
founding-field-deposited_on = يوم الإيداع في البنك
founding-field-land_list = لائحة ذوي الحقوق
founding-field-land_list-note = مرجع اللائحة، ورقم المؤسس فيها.
founding-field-land = القطعة الأرضية
founding-field-land-note = القطعة ومساحتها.
founding-field-object = غرض التعاونية
founding-field-organ = من يسيرها
founding-field-term = مدة الانتداب بالسنوات
founding-field-share = قيمة الحصة بالدرهم
founding-field-capital = الرأسمال
founding-field-paid = ما أدي نقدا بالدرهم
founding-field-bank = البنك
founding-field-deposit = شهادة الإيداع
founding-field-deposit-note = رقم الشهادة وتاريخها.
founding-field-report = تقرير تقويم الحصص العينية
founding-field-minutes = محضر الجمع التأسيسي
founding-field-receipt = وصل السلطة المحلية
founding-field-receipt-note = تودع نسخة من الملف لدى القائد أو الباشا مقابل وصل.
founding-field-local_number = الرقم في السجل المحلي
founding-field-entered_on = تاريخ التقييد في السجل المحلي

# Names.
founding-names = التسميات المقترحة
founding-name-hand-in = طلب المصادقة
founding-alike = تسميات مشابهة
founding-alike-none = لا تسمية تشبهها.
founding-alike-granted = صودق عليها لمشروع آخر

# Founders.
founding-founders-count = { PLURAL($n) ->
    [zero] لا مؤسس بعد
    [one] مؤسس واحد
    [two] مؤسسان
    [few] { $n } مؤسسين
    [many] { $n } مؤسسا
   *[other] { $n } مؤسس
}
founding-founders-private = هذه المعطيات مشفرة، وكل اطلاع عليها مدون.
founding-founder-add = إضافة مؤسس
founding-founder-change = تغيير
founding-person = شخص ذاتي
founding-female = امرأة
founding-male = رجل
founding-legal = شخص اعتباري
founding-represented = يمثله
founding-runs = مسير أو متصرف
founding-minor = دون السن
founding-born = الازدياد:
founding-shares = { PLURAL($n) ->
    [zero] بلا حصص
    [one] حصة واحدة
    [two] حصتان
    [few] { $n } حصص
    [many] { $n } حصة
   *[other] { $n } حصة
}
founding-signed = وقع:
founding-unsigned = لم يوقع بعد
founding-edit = تغيير
founding-remove = حذف

# Capital.
founding-follows = ما ينتج عن الحصص
founding-follows-cash = نقدا
founding-follows-kind = عينا
founding-follows-capital = الرأسمال
founding-follows-value = قيمة ما قُدم عينا

# What is handed in, and decisions.
founding-filing-hand-in = إيداع الملف لدى المحكمة
founding-submissions = ما أودع
founding-submission-name = طلب المصادقة على التسمية
founding-submission-filing = ملف التسجيل
founding-submission-entry = التقييد في السجل المركزي
founding-decided-open = في انتظار القرار
founding-decided-returned = أعيد
founding-decided-refused = رفض
founding-decided-accepted = قُبل
founding-file = ما يقوله المشروع
founding-decision = القرار
founding-reason = السبب
founding-reason-give = السبب (لازم للإعادة أو الرفض)
founding-accept-name = المصادقة على التسمية المختارة
founding-accept-filing = تقييد في السجل المحلي
founding-accept-entry = تسجيل التعاونية
founding-return = إعادة
founding-refuse = رفض
founding-entry-note = بالقبول تُسجل التعاونية: يصير المؤسسون أعضاء، ويُكتتب الرأسمال، ويُعين من يسيرها، ويتغير عدد التعاونيات في الأرقام.
founding-granted-name = التسمية المصادق عليها
founding-granted-number = رقم الشهادة
founding-granted-on = تاريخها
founding-granted-until = صالحة إلى غاية
founding-registered-number = رقم السجل
founding-to-cooperative = صفحة التعاونية

# What was wrong.
founding-wrong-title = سموا المشروع.
founding-wrong-place = لا نعرف جماعة باسم { $value }.
founding-wrong-places = عدة جماعات باسم { $value }: اختر منها.
founding-wrong-branch = اختر نشاطا من اللائحة.
founding-wrong-name = اكتبوا تسمية واحدة على الأقل.
founding-wrong-no-place = اختاروا أولا جماعة المقر: تصادق مندوبيتها على التسمية.
founding-wrong-founder = اكتب الاسم الكامل.
founding-wrong-identity = رقم البطاقة الوطنية: حرف أو حرفان ثم 5 أو 6 أرقام.
founding-wrong-born = اكتب تاريخ ازدياد مضى.
founding-wrong-sex = اختر الجنس.
founding-wrong-number = اكتب التعريف الموحد للمقاولة أو رقم سجل الشخص الاعتباري.
founding-wrong-ice = «{ $value }» ليس تعريفا موحدا للمقاولة: هو 15 رقما، يراقب آخر رقمين منها ما قبلهما.
founding-wrong-representative = اكتب الاسم الكامل لمن يمثل الشخص الاعتباري.
founding-wrong-deposited = لا يسبق الإيداع أول أداء: تحقق من اليومين.
founding-wrong-twice = مؤسس آخر له رقم البطاقة نفسه.
founding-wrong-paper = اذكر الورقة.
founding-wrong-missing = ما زال شيء ينقص: انظر اللائحة.
founding-wrong-conflict = غُيِّر المشروع في هذه الأثناء. ما كتبته ما زال هنا: تحقق منه ثم احفظ من جديد.
founding-wrong-closed = الملف بين أيدي من يقرر: لا يُغيَّر شيء الآن.
founding-wrong-reason = اكتب السبب.
founding-wrong-choice = اختر إحدى التسميات.
founding-wrong-local = اكتب الرقم في السجل المحلي.
founding-wrong-entered = اكتب يوما قد حل.
founding-wrong-decided = قرر غيرك في هذا من قبل.
founding-wrong-unready = الملف غير كامل: لا تسمية أو لا مقر.
founding-files-founders = الوثائق التي وقّعها المؤسسون
founding-files-deposit = شهادة الإيداع البنكي
founding-files-valuation = تقرير تقييم الحصص العينية
founding-files-capital = ما أُرفق قبل الفصل بين الشهادة والتقرير: أرفقوا كلا منهما في مكانه
founding-files-filing = المحضر والوصل
founding-confirm-ask = طلب التأكيد عبر حسابه
founding-confirm-hand-on = أرسلوا هذا الرابط إلى المؤسس: يدخل بحسابه الخاص ويؤكد.
founding-confirm-link = الرابط
founding-confirm-once = الرابط صالح سبعة أيام ويُستعمل مرة واحدة. كل رابط جديد يلغي ما قبله.
founding-confirm-title = تأكيد أنكم من المؤسسين
founding-confirm-lead = يعدّكم مشروع «{ $value }» من مؤسسيه. اقرؤوا ما تساهمون به والنظام الأساسي، ثم أكدوا.
founding-confirm-brings = ما تساهمون به
founding-confirm-note = بتأكيدكم تقبلون النظام الأساسي وتلتزمون بتقديم هذه الحصص.
founding-confirm = أؤكد
founding-confirmed = أكّد عبر حسابه يوم
founding-wrong-not-you = ليس هذا رقم المؤسس الذي وُجّه إليه هذا الرابط.
founding-wrong-other-founder = سبق لهذا الحساب أن أكّد عن مؤسس آخر في هذا المشروع: كل مؤسس يؤكد بحسابه.
founding-confirm-over = لم يعد هذا الرابط صالحًا
founding-confirm-over-next = سبق استعماله، أو مضت عليه سبعة أيام، أو وُضع ملف المشروع. اطلبوا رابطًا آخر ممن يعدّ المشروع.
founding-certificate = شهادة التسمية
founding-certificate-ar = التسمية بالعربية
founding-certificate-fr = التسمية بالفرنسية
founding-certificate-check-how = امسحوا الرمز أو افتحوا العنوان: تبيّن الصفحة هل ما زالت التسمية محجوزة.
founding-certificate-code = رمز التحقق من شهادة التسمية
founding-certificate-attests = منحت المندوبية هذه التسمية للمؤسسين وتحجزها لهم إلى اليوم المبيّن.
founding-certificate-share = صفحة التحقق
founding-certificate-holds = في { $day } هذه التسمية محجوزة لمؤسسيها.
founding-certificate-holds-not = في { $day } لم تعد هذه الشهادة سارية
founding-certificate-over = انقضى أجلها: لم تعد التسمية محجوزة.
founding-certificate-taken = أخذت التسمية التعاونية
founding-certificate-gone = تخلى المؤسسون عن المشروع، أو لم تُمنح هذه التسمية هنا.

# من يكون مؤسسا بحسابه الخاص.
founding-field-own = حسابكم الخاص
founding-field-own-note = من فتح المشروع وكان هو هذا المؤسس يؤكد بالحفظ: يقبل النظام الأساسي ويلتزم بتقديم هذه الحصص.
founding-own = هذا أنا، وأؤكد
founding-lapsed = تغيّر ما سبق تأكيده في { $day }: يجب التأكيد من جديد
founding-lapsed-own = تغيّر في { $day } ما أكدتموه بصفتكم مؤسسا. أعيدوا قراءته، وأكدوه بحفظ بطاقتكم من جديد ضمن المؤسسين.
founding-lapsed-yours = تغيّر في { $day } ما أكدتموه بصفتكم مؤسسا. أعيدوا قراءته وأكدوه عبر الرابط الذي أُرسل إليكم؛ وإن مضت عليه سبعة أيام فاطلبوا رابطا آخر ممن يعدّ المشروع.
founding-lapsed-tag = يجب التأكيد من جديد
founding-wrong-own = لا يؤكد بحساب إلا شخص ذاتي.
founding-wrong-helps = من يواكب مشروعًا لا يؤكد باسم مؤسس.
founding-wrong-read-anew = تغيّر المشروع أثناء قراءتكم. أعيدوا قراءته ثم أكدوا.
founding-entry-nobody = لم يؤكد أي ممن سيسيّرون هذه التعاونية بحسابه الخاص: بعد تسجيلها لن يتصرف أحد هنا باسمها إلى أن يُمنح التفويض لشخص ما.

# قرار اتخذه غيركم في هذه الأثناء.
founding-meanwhile = سبقكم { $who }: { $what }، بتاريخ { $day }.
founding-meanwhile-somebody = شخص آخر
founding-meanwhile-typed = ما كتبتموه ولم يؤخذ به
founding-wrong-entered-before = أودع الملف في { $value }: لا يمكن أن يكون قد قُيّد قبل هذا اليوم.
founding-wrong-refuse-entry = قيّدتها المحكمة: يمكن إرجاعها للتصحيح، لا رفضها.

# المواكبون.
founding-helpers = من يواكب
founding-helpers-lead = يمكن لمواكب في المندوبية أو في منصة الشباب أن يملأ المشروع معكم.
founding-helpers-none = لا أحد يواكب هذا المشروع.
founding-helpers-invite = دعوة مواكب
founding-helpers-sees = يرى المواكب المشروع كله ويغيّره، بما في ذلك أسماء المؤسسين وأرقام بطائقهم وتواريخ ميلادهم. وتُسجَّل كل قراءة باسمه. لا يقرر ولا يدعو أحدًا ولا يمكنه حذف المشروع. ويمكنكم سحب هذا الحق في أي وقت.
founding-helpers-make = إنشاء رابط
founding-helpers-hand-on = أرسلوا هذا الرابط إلى المواكب: يدخل بحسابه الخاص ويوافق.
founding-helpers-once = الرابط صالح لسبعة أيام ولمرة واحدة.
founding-helpers-since = يواكب منذ
founding-helpers-asked = مدعو، لم يوافق بعد
founding-helpers-until = الرابط صالح إلى
founding-helpers-end = سحب الحق
founding-helping = أنتم تواكبونه
founding-invited = مطلوب منكم مواكبة مؤسسين
founding-invited-lead = يطلب منكم مؤسسو «{ $value }» مرافقتهم في هذا المسار.
founding-invited-note = إذا وافقتم، ترون المشروع وتغيّرونه، وترون كذلك ما هو معروف عن مؤسسيه. تُسجَّل كل قراءة ويطّلعون عليها. ويرى المؤسسون اسمكم. ولا تقررون بعد ذلك في هذا المشروع.
founding-invited-agree = أوافق
founding-wrong-invited = لكم صفة في هذا المشروع من قبل: الرابط لشخص آخر.

# الرسائل. { $project } هو المشروع، و{ $name } التسمية الممنوحة، و{ $day } آخر يوم لها.
founding-letter-lapsed-subject = { $project }: يجب التأكيد من جديد
founding-letter-lapsed = سبق أن أكدتم أنكم من مؤسسي «{ $project }». تغيّر منذ ذلك ما أكدتموه (النظام الأساسي أو حصصكم): لم يعد تأكيدكم ساريا.
founding-letter-lapsed-how = أعيدوا القراءة وأكدوا من جديد بهذا الرابط. هو صالح سبعة أيام؛ بعدها اطلبوا رابطا آخر ممن يعدّ المشروع.
founding-notice = { $project }: { $what } – { $decided }
founding-notice-says = اتُّخذ قرار بشأن مشروع «{ $project }». { $what }: { $decided }. تبين الصفحة السبب وما يلي ذلك.
founding-letter-ending-subject = { $name }: التسمية محجوزة إلى { $day }
founding-letter-ending = التسمية «{ $name }» الممنوحة لمشروعكم محجوزة إلى { $day }. بعد هذا اليوم لن تبقى محجوزة.
founding-letter-ending-how = ضعوا الملف قبل ذلك، أو اطلبوا تسمية من جديد:

# A name that waits, and names that others have or ask for.
founding-alike-asked = طلبها مشروع آخر في { $day } وهو ينتظر
founding-name-waits = التسميات عند المندوبية: تبقى كما هي حتى تقرر، أو حتى تسحبوا الطلب.
founding-wrong-name-waits = التسميات عند المندوبية: اسحبوا الطلب أولا ثم غيّروها.
founding-wrong-name-taken = لتعاونية هذه التسمية، أو صودق عليها لمؤسسين آخرين: اختاروا غيرها أو أعيدوا الطلب.

# Taking back what was handed in.
founding-withdraw = سحبه
founding-withdraw-note = لن يراه من يقرر بعد الآن. يمكنكم تغيير كل شيء ثم الإيداع من جديد.
founding-withdrawn = سحبه { $who } في { $day }.
founding-decided-withdrawn = سُحب
founding-wrong-withdraw-entry = أرسلت المحكمة هذه النسخة: لا يسحبها المؤسسون.

# A file that the court entered before.
founding-entered-note = مقيدة في السجل المحلي تحت رقم { $number } منذ { $day }. يمكن تصحيحها لا التخلي عنها، وما تغيرونه يُعرض على كاتب الضبط.
founding-wrong-entered-keeps = قيدتها المحكمة تحت رقم { $value }: يمكن تصحيحها لا التخلي عنها.
founding-changed = ما تغير منذ قيدتها المحكمة
founding-changed-nothing = لم يتغير شيء مما يقوله الملف.
founding-changed-unknown = لم يُحفظ هنا ما كان يقوله الملف حينها: قارنوه بالملف الموجود في المحكمة.
founding-changed-what = الموضوع
founding-changed-before = قبل
founding-changed-now = الآن
founding-changed-gone = شخص لم يعد مؤسسا

# What the rules ask of a file.
founding-kept = ما تطلبه القواعد وما هو موجود
founding-kept-rule = القاعدة
founding-kept-asked = المطلوب
founding-kept-is = الموجود
founding-kept-there = الموجود:
founding-kept-verdict = هل رُوعيت؟
founding-kept-yes = روعيت
founding-kept-no = لم تُراع

# A court of which no clerk uses Twiza.
founding-filing-on-paper = لا يستعمل أي كاتب ضبط في محكمتكم تويزة: احملوا الأوراق إلى المحكمة. وبعد أن تقيدها سلموا النسخة الورقية إلى المندوبية، وهي تسجل التقييد هنا.
founding-record = تسجيل التقييد
founding-record-note = لا يستعمل أي كاتب ضبط في هذه المحكمة تويزة. سجلوا من النسخة الورقية ما قيدته المحكمة، وأرفقوا صورتها.
founding-field-court = المحكمة التي قيدتها
founding-field-scan = صورة النسخة الورقية
founding-files-court = النسخة الورقية للمحكمة
founding-wrong-court = اذكروا المحكمة التي قيدتها.
founding-wrong-record-only = لا يُسجل من الورق إلا ما قيدته المحكمة؛ وما تعيده أو ترفضه تخبر به المؤسسين بنفسها.

# What was decided.
founding-decided-last = آخر القرارات
