# ما يُعدّ: اسمه ثم تعريفه.
register-measure-cooperatives = التعاونيات
register-measure-registrations = التقييدات
register-measure-removals = التشطيبات
register-measure-members = الأعضاء
register-measure-womens_cooperatives = التعاونيات النسائية
register-measure-share_capital = رأس المال
register-measure-members_funds = الأموال الذاتية
register-measure-turnover = رقم المعاملات
register-measure-surplus = الفائض
register-measure-employees = الأجراء
register-definition-cooperatives = التعاونيات المقيدة في السجل: من يوم تقييدها إلى اليوم السابق لتشطيبها أو اندماجها. تدخل في العدد المتوقفة عن النشاط وتلك التي في طور التصفية، وتميزها الحالة. والتعاونية التي غادرت السجل في تاريخ غير معروف لا تُعدّ في أي تاريخ.
register-definition-registrations = التعاونيات التي قُيدت في السجل، يوم تقييدها.
register-definition-removals = التعاونيات التي شُطب عليها من السجل أو اندمجت في غيرها، يوم مغادرتها.
register-definition-members = العضويات في التعاونيات المقيدة: تُعدّ من لائحة الأعضاء إن وُجدت، وإلا فمن آخر تصريح. من ينتمي إلى تعاونيتين يُعدّ مرتين. الشباب: أقل من 35 سنة.
register-definition-womens_cooperatives = التعاونيات المقيدة التي كل أعضائها نساء.
register-definition-share_capital = رأس المال المكتتب للتعاونيات المقيدة.
register-definition-members_funds = الأموال الذاتية للتعاونيات المقيدة، حسب آخر حسابات مودعة.
register-definition-turnover = رقم معاملات السنة المالية، في اليوم الذي تسري فيه الحسابات (نهاية السنة، أو اليوم الذي يحدده وصف اللائحة).
register-definition-surplus = فائض السنة المالية قبل الضريبة؛ سالب إن كان خسارة. في نفس يوم رقم المعاملات.
register-definition-employees = أجراء التعاونيات المقيدة، حسب آخر حسابات مودعة.

# حسب ماذا.
register-dimension-sector = القطاع
register-dimension-branch = الفرع
register-dimension-type = النوع
register-dimension-level = المستوى
register-dimension-status = الحالة
register-dimension-listed = معروفة واحدة واحدة
register-dimension-sex = الجنس
register-dimension-age = السن
register-dimension-person = الشخص
register-dimension-womens = نسائية
register-dimension-youth = شبابية
register-dimension-graduates = حاملو الشهادات
register-dimension-collective_land = أراض سلالية
register-value-type-producer = منتجون
register-value-type-worker = عمال
register-value-type-consumer_user = مستهلكون أو مستعملون
register-value-type-multi_stakeholder = متعددة الأطراف
register-value-level-cooperative = تعاونية
register-value-level-union = اتحاد
register-value-level-federation = جامعة
register-value-status-active = نشيطة
register-value-status-dormant = متوقفة عن النشاط
register-value-status-in_liquidation = في طور التصفية
register-value-status-removed = مشطب عليها
register-value-listed-listed = واحدة واحدة
register-value-listed-group = كمجموعة
register-value-sex-female = نساء
register-value-sex-male = رجال
register-value-sex-not_applicable = أشخاص اعتباريون
register-value-age-young = أقل من 35 سنة
register-value-age-older = 35 سنة فأكثر
register-value-age-not_applicable = أشخاص اعتباريون
register-value-person-natural = أشخاص ذاتيون
register-value-person-legal = أشخاص اعتباريون
register-value-womens-yes = نعم
register-value-womens-no = لا
register-value-youth-yes = نعم
register-value-youth-no = لا
register-value-graduates-yes = نعم
register-value-graduates-no = لا
register-value-collective_land-yes = نعم
register-value-collective_land-no = لا

# الوقائع: ما حدث.
register-act-registered = تقييد في السجل
register-act-renamed = تغيير الاسم
register-act-identified = منح المعرف الموحد للمقاولة
register-act-seat_moved = نقل المقر
register-act-activity_changed = تغيير النشاط
register-act-membership_declared = تصريح بعدد الأعضاء
register-act-member_admitted = قبول عضو
register-act-member_left = مغادرة عضو
register-act-shares_moved = تحرك الحصص
register-act-capital_subscribed = اكتتاب رأس المال
register-act-capital_increased = الزيادة في رأس المال
register-act-capital_reduced = تخفيض رأس المال
register-act-capital_paid_up = تحرير رأس المال
register-act-organ_appointed = تعيين جهاز التسيير
register-act-general_meeting_held = انعقاد الجمع العام
register-act-accounts_filed = إيداع الحسابات
register-act-declared_dormant = توقف عن النشاط
register-act-declared_active = استئناف النشاط
register-act-dissolved = حل التعاونية
register-act-struck_off = تشطيب من السجل
register-act-merged = اندماج
register-act-figures_published = نشر أرقام
register-told-persons = { PLURAL($n) ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $n } أشخاص
    [many] { $n } شخصا
   *[other] { $n } شخص
}
register-told-members = { PLURAL($n) ->
    [zero] لا أعضاء
    [one] عضو واحد
    [two] عضوان
    [few] { $n } أعضاء
    [many] { $n } عضوا
   *[other] { $n } عضو
}
register-told-women = { PLURAL($n) ->
    [zero] لا نساء بينهم
    [one] منهم امرأة واحدة
    [two] منهم امرأتان
    [few] منهم { $n } نساء
    [many] منهم { $n } امرأة
   *[other] منهم { $n } امرأة
}
register-told-organ-managers = المسيرون
register-told-organ-board = مجلس الإدارة
register-told-meeting-ordinary = عادي
register-told-meeting-extraordinary = استثنائي
register-told-present = { PLURAL($n) ->
    [zero] لا أحد حاضر أو ممثل
    [one] عضو واحد حاضر أو ممثل
    [two] عضوان حاضران أو ممثلان
    [few] { $n } أعضاء حاضرين أو ممثلين
    [many] { $n } عضوا حاضرا أو ممثلا
   *[other] { $n } عضو حاضر أو ممثل
}
register-told-approved = تمت المصادقة على الحسابات
register-told-year = السنة المالية { $year }
register-told-turnover = رقم المعاملات { $amount }
register-told-non_members = منها { $amount } مع غير الأعضاء
register-told-legal_reserve = الاحتياطي القانوني { $amount }
register-told-education_reserve = التربية والتكوين { $amount }
register-told-auditor_report = تقرير مراقب الحسابات
register-told-into = في { $into }

# The directory and a cooperative’s page.
register-menu = التعاونيات
register-directory = دليل التعاونيات
register-search = بحث
register-search-hint = اسم، منتوج، جماعة…
register-filters = المرشحات المختارة
register-filter-off = إزالة هذا المرشح
register-found-none = جربوا كلمات أقل، أو أزيلوا أحد المرشحات.
register-near = هل تقصدون:
register-womens = نسائية
register-real = حقيقية
register-since = منذ
register-more = التالي
register-list-as = هذه اللائحة:
register-name-ar = الاسم بالعربية
register-name-fr = الاسم بالفرنسية
register-map = أين توجد
register-communes = الجماعات التي تضم أكثرها
register-as-list = في لائحة
register-as-map = على الخريطة
register-narrow = تدقيق البحث
register-wrong-long = اكتبوا 500 حرف على الأكثر.
register-on-day = في { $day }
register-known-on = كما كان معروفا في { $day }
register-known-now = حسب ما هو معروف اليوم
register-today = عرض اليوم
register-not-registered = في هذا التاريخ، ليست هذه التعاونية في السجل.
register-merged-into = اندمجت في
register-number = رقم
register-registered-on = تاريخ التقييد
register-ice = المعرف الموحد للمقاولة
register-acts = وقائعها
register-where = أين يوجد مقرها
register-known = كما كان معروفا في
register-known-hint = لا تُحتسب الوقائع المسجلة بعد هذا اليوم.
register-as-data = كبيانات
register-characteristic-graduates = لحاملي الشهادات
register-characteristic-collective_land = لذوي الحقوق في الأراضي السلالية
register-origin-real = تعاونية حقيقية
register-origin-synthetic = مختلقة للعرض التجريبي
register-found = { PLURAL($n) ->
    [zero] لا توجد تعاونية
    [one] تعاونية واحدة
    [two] تعاونيتان
    [few] { $n } تعاونيات
    [many] { $n } تعاونية
   *[other] { $n } تعاونية
}
register-more-values = { PLURAL($n) ->
    [zero] لا شيء آخر
    [one] واحد آخر
    [two] اثنان آخران
    [few] { $n } أخرى
    [many] { $n } أخرى
   *[other] { $n } أخرى
}
register-act-count = { PLURAL($n) ->
    [zero] لا وقائع
    [one] واقعة واحدة
    [two] واقعتان
    [few] { $n } وقائع
    [many] { $n } واقعة
   *[other] { $n } واقعة
}

# السجل بيانات مفتوحة.
register-dataset-cooperatives = سجل التعاونيات
register-dataset-cooperatives-about = سطر لكل تعاونية كما هي اليوم، بما فيها التي غادرت السجل. لا شيء عن الأشخاص.
register-field-cooperatives-number = الرقم في السجل، ولا يُعطى مرتين.
register-field-cooperatives-ice = التعريف الموحد للمقاولة، 15 رقمًا.
register-field-cooperatives-place = رمز أدق مكان معروف للمقر، كما في جدول المجالات الترابية.
register-field-cooperatives-origin = في بلد تجريبي فقط: هل توجد التعاونية خارجه.
register-field-cooperatives-registered_on = يوم التقييد؛ فارغ إذا كان مجهولًا.
register-field-cooperatives-removed = هل غادرت السجل.
register-field-cooperatives-removed_on = يوم مغادرة السجل؛ فارغ إذا كان مجهولًا.
register-field-cooperatives-members = عدد أعضائها؛ فارغ إذا كان مجهولًا.

register-wrong-choice = «{ $value }» ليست قيمة ممكنة.

# The desk.
register-role-agent = عون مندوبية
register-role-manager = مسير تعاونية
register-desk = المكتب
register-desk-none = لا شيء ينتظر قرارا.
register-together = محاضر الجموع العامة
register-together-lead = هذه المحاضر لا تغير أي رقم: يمكن قبول عدة منها دفعة واحدة. كل واحد يسجل على حدة، باسمكم.
register-together-choose = المحاضر التي اطلعتم عليها
register-together-look = الاطلاع
register-together-accept = قبول ما تم اختياره
register-together-none = اختاروا طلبا على الأقل.
register-together-some = لم يُسجل بعضها؛ السبب مبين بجانبها.
register-together-alone = هذا الطلب يقرر فيه وحده.
register-together-some-wait = { PLURAL($n) ->
    [zero] لا محضر جمع عام
    [one] محضر جمع عام واحد
    [two] قبول محضري جمعين عامين معا
    [few] قبول { $n } محاضر جموع عامة معا
    [many] قبول { $n } محضرا لجموع عامة معا
   *[other] قبول { $n } محضر جمع عام معا
}
register-desk-decided = ما تقرر أخيرا
register-ask = طلب تعديل
register-requests = طلبات التعديل
register-request-new = طلب جديد
register-requests-before = الطلبات السابقة
register-requests-none = لا طلبات بعد.
register-request-filed = أودع في
register-request-effective = يسري من
register-request-file = إيداع الطلب
register-request-open = قيد الدراسة
register-request-returned = معاد
register-request-refused = مرفوض
register-request-accepted = مقبول
register-request-reason = السبب
register-request-since = ما سجل منذ إيداع الطلب
register-field-name_ar = الاسم بالعربية
register-field-name_fr = الاسم بالفرنسية
register-field-place = الجماعة (الاسم أو الرمز)
register-field-sector = القطاع
register-field-branch = الفرع
register-field-women = النساء
register-field-women_young = منهن دون 35 سنة
register-field-men = الرجال
register-field-men_young = منهم دون 35 سنة
register-field-legal_persons = الأشخاص الاعتباريون
register-field-amount = المبلغ بالدرهم
register-field-status = الوضعية
register-field-effective_on = تاريخ السريان
register-field-document = الوثيقة
register-field-document-note = مثلا: محضر الجمع العام بتاريخ…
register-effect-cooperative = ما يتغير في التعاونية
register-effect-figures = ما يتغير في الأرقام
register-effect-what = البيان
register-effect-before = الآن
register-effect-after = بعد القبول
register-effect-none = لا شيء يتغير.
register-decision = القرار
register-decision-reason = السبب (لازم للإعادة أو الرفض)
register-decision-accept = قبول وتسجيل
register-decision-return = إعادة
register-decision-refuse = رفض
register-field-ground = السبب القانوني
register-field-into = رقم التعاونية التي تستمر في السجل
register-ground-none = اختاروا
register-ground-liquidation_closed = اختتام التصفية
register-ground-court = حكم قضائي
register-ground-transformed = تحويل أو انقسام
register-ground-vanished = لم يعد لها أي أثر
register-wrong-ground = اختاروا سبب التشطيب.
register-wrong-into = اكتبوا رقم تعاونية أخرى مقيدة في السجل، مثل KEN-000123.
register-four-eyes = يدخل التشطيبَ عون ويقرر فيه غيره: عون آخر من المندوبية، أو الإدارة المركزية.
register-due = ما يجب القيام به
register-due-none = لا شيء مستحق.
register-due-members = البحث عن أعضاء جدد: عددهم أقل مما يطلبه القانون
register-due-capital = الرفع من رأس المال: هو أقل مما يطلبه القانون
register-due-paid_up = تحرير بقية الحصص المكتتب بها
register-due-term = تعيين المسيرين أو مجلس الإدارة من جديد
register-due-certificate = انتهاء صلاحية شهادة سلامة الوضعية
register-due-meeting = عقد الجمع العام حول حسابات سنة { $year }
register-due-accounts = إيداع حسابات سنة { $year }
# { $about } is what the finding is about.
register-due-finding = تدارك ما عاينته زيارة: { $about }
register-due-call = يوجه الاستدعاء في أجل أقصاه
register-due-until = إلى غاية
register-due-now = الآن
register-due-more = { PLURAL($n) ->
    [zero] لا مزيد
    [one] واحد آخر
    [two] اثنان آخران
    [few] { $n } أخرى
    [many] { $n } أخرى
   *[other] { $n } أخرى
}
register-due-late = { PLURAL($n) ->
    [zero] متأخر
    [one] متأخر بيوم واحد
    [two] متأخر بيومين
    [few] متأخر بـ { $n } أيام
    [many] متأخر بـ { $n } يوما
   *[other] متأخر بـ { $n } يوم
}
register-field-year = السنة المالية
register-field-turnover = رقم المعاملات بالدرهم
register-field-surplus = الفائض بالدرهم (سالب في حالة الخسارة)
register-field-members_funds = الأموال الذاتية بالدرهم
register-field-assets = مجموع الأصول بالدرهم
register-field-liabilities = مجموع الخصوم بالدرهم
register-field-employees = الأجراء
register-field-organ = جهاز التسيير
register-field-persons = عدد الأشخاص
register-field-until = إلى غاية
register-field-meeting = الجمع العام
register-field-present = الأعضاء الحاضرون أو الممثلون
register-field-approved = تمت المصادقة على حسابات السنة المالية
register-field-held_on = انعقد في
register-answer-yes = نعم
register-answer-no = لا
register-field-non_members = منها المعاملات مع غير الأعضاء بالدرهم
register-field-legal_reserve = المبلغ المخصص للاحتياطي القانوني بالدرهم
register-field-education_reserve = المبلغ المخصص للتربية والتكوين بالدرهم
register-field-auditor_report = تقرير مراقب الحسابات مرفق
register-breach-legal_reserve_min = الاحتياطي القانوني: { $said }، والقاعدة تطلب { $asked } على الأقل، إلى أن يبلغ الاحتياطي مقدار رأس المال.
register-breach-education_reserve_min = التربية والتكوين: { $said }، والقاعدة تطلب { $asked } على الأقل.
register-breach-non_members_max = المعاملات مع غير الأعضاء: { $said }، والقاعدة تسمح بـ { $asked } على الأكثر.
register-breach-auditor_turnover_from = رقم المعاملات: { $said }، وابتداء من { $asked } يُطلب تقرير مراقب الحسابات.
register-breach-nothing = لم يُذكر شيء
register-wrong-breach = لا تسمح بذلك قاعدة مؤكدة: انظروا القانون بالأرقام.
register-wrong-meeting = اختاروا الجمع العام العادي أو الاستثنائي.
register-wrong-meeting-year = يوم انعقاد الجمع لم تكن السنة المالية { $value } قد انتهت بعد.
register-wrong-present = اكتبوا كم كان عدد الأعضاء الحاضرين أو الممثلين.
register-wrong-present-many = { $value } حاضرون أو ممثلون: ليس للتعاونية هذا العدد من الأعضاء.
register-wrong-approved = لا يصادق على الحسابات إلا الجمع العام العادي.
register-wrong-before-registration = لم تكن التعاونية مقيدة بعد في { $value }.
register-wrong-year = اكتبوا سنة مالية منتهية، مثل 2025.
register-wrong-turnover = اكتبوا رقم معاملات السنة، أو 0 إن لم يكن.
register-wrong-organ = اختاروا المسيرين أو مجلس الإدارة.
register-wrong-until = تنتهي المدة قبل أن تبدأ.
register-wrong-persons = اكتبوا عدد الأشخاص، واحد على الأقل.
register-wrong-kind = اختر نوع الطلب من القائمة.
register-wrong-name = اكتب الاسم بالعربية أو بالفرنسية.
register-wrong-place = اختر جماعة من القائمة أو اكتب رمزها.
register-wrong-branch = اختر فرعا من القائمة.
register-wrong-amount = اكتب مبلغا صحيحا بالدرهم أكبر من صفر.
register-wrong-effective = اكتب تاريخا قد حل، مثل 2026-12-31.
register-wrong-document = اذكر الوثيقة التي يستند إليها الطلب.
register-wrong-text = 200 حرف على الأكثر.
register-wrong-reason = اكتب السبب، في 2000 حرف على الأكثر.
register-wrong-decision = اختر القبول أو الإعادة أو الرفض.
register-wrong-decided = قرر غيرك في هذا الطلب قبلك.
register-wrong-conflict = سجل غيرك شيئا عن هذه التعاونية في هذه الأثناء: انظر ما تغير ثم قرر. ما كتبته محفوظ.
register-request-waits = { PLURAL($n) ->
    [zero] منذ اليوم
    [one] منذ يوم
    [two] منذ يومين
    [few] منذ { $n } أيام
    [many] منذ { $n } يوما
   *[other] منذ { $n } يوم
}
register-desk-open = { PLURAL($n) ->
    [zero] لا طلبات تنتظر قرارا
    [one] طلب واحد ينتظر قرارا
    [two] طلبان ينتظران قرارا
    [few] { $n } طلبات تنتظر قرارا
    [many] { $n } طلبا ينتظر قرارا
   *[other] { $n } طلب ينتظر قرارا
}
# فضاء التعاونية: وضعيتها وشهادة سلامة الوضعية.
register-members-roll = سجل الأعضاء
register-acting = من يتصرف هنا باسمها
register-room = فضاء التعاونية
register-standing = سلامة الوضعية
register-standing-good = وضعية سليمة في { $day }
register-standing-good-why = التعاونية نشيطة، ولم يتأخر شيء مما تطلبه قاعدة مؤكدة.
register-standing-get = شهادة سلامة الوضعية (PDF)
register-standing-share = عرضها على الإنترنت
register-standing-would-hold = إذا سُلمت اليوم تبقى صالحة إلى غاية { $day }، ويمكن للجميع التحقق منها.
register-standing-last = آخر شهادة سُلمت صالحة إلى غاية { $day }.
register-standing-not-good = الوضعية غير سليمة في { $day }
register-standing-refused = لا يمكن تسليم شهادة سلامة الوضعية. هذا ما ينقص، وكل سطر يؤدي إلى الاستمارة المناسبة.
register-standing-dormant = التعاونية مقيدة على أنها متوقفة عن النشاط: اطلبوا من مندوبيتكم تقييد استئناف النشاط.
register-standing-in_liquidation = حُلت التعاونية وهي في طور التصفية: لم تعد تُسلم لها أي شهادة.
register-standing-removed = لم تعد التعاونية في السجل: لم تعد تُسلم لها أي شهادة.
register-standing-warnings = تنبيهات
register-standing-warnings-why = لا يستند هذا إلى قاعدة مؤكدة: لا تتوقف عليه سلامة الوضعية.
register-standing-to-come = ما سيأتي
register-standing-met = ما هو محترم
register-standing-met-members = عدد الأعضاء كاف
register-standing-met-capital = رأس المال كاف
register-standing-met-paid_up = رأس المال محرر كله
register-standing-met-term = انتداب جار
register-standing-met-meeting = الجموع العامة حول حسابات السنوات: { $years }
register-standing-met-accounts = الحسابات المودعة: { $years }
register-standing-unknown-members = لا يعرف السجل عدد أعضائها.
register-standing-unknown-capital = لا يعرف السجل رأس مالها بالدرهم.
register-standing-unknown-paid_up = لا يعرف السجل كم حُرر من رأس المال.
register-standing-certificate = شهادة سلامة الوضعية
register-standing-attests = في { $day }، هذه التعاونية مقيدة في السجل ونشيطة، ولم يتأخر شيء مما تطلبه قاعدة مؤكدة من قواعد السجل.
register-standing-says = ما تقوله الشهادة
register-standing-reference = الشهادة رقم
register-standing-on = وضعية سليمة في
register-standing-until = صالحة إلى غاية
register-standing-code = رمز استجابة سريعة يؤدي إلى صفحة التحقق من هذه الشهادة
register-standing-check = تحققوا من هذه الشهادة
register-standing-check-how = امسحوا هذا الرمز: تقول الصفحة هل التوقيع صحيح، وهل ما زالت الشهادة صالحة اليوم. وبدون اتصال يمكن التحقق من التوقيع بالمفتاح المنشور. ولا يُعتد إلا بما يحمله الرمز.
register-standing-holds = في { $day } هي صالحة: وضعية التعاونية سليمة.
register-standing-holds-not = في { $day } لم تكن صالحة
register-standing-over = كانت صالحة إلى غاية { $day }.
register-standing-later = وُضعت بعد ذلك، في { $day }.
register-standing-endless = لا تقول إلى متى هي صالحة.
register-standing-lost = لم تكن وضعية التعاونية سليمة في ذلك اليوم.
register-standing-other-journal = لا يجد السجل في دفتره ما وُقع في ذلك اليوم.
register-standing-ask-another = اطلبوا من التعاونية شهادة بتاريخ اليوم.

register-calendar = الآجال لمفكرتكم (ICS)
register-reminders = التذكير بالبريد أو برسالة قصيرة
register-calendar-name = الآجال: { $name }
register-governance = الحكامة
register-governance-since = منذ
register-governance-end = النهاية
register-governance-open = لا يعرف السجل إلى متى.
register-governance-soon = { PLURAL($n) ->
    [zero] ينتهي الانتداب اليوم.
    [one] ينتهي الانتداب بعد يوم واحد.
    [two] ينتهي الانتداب بعد يومين.
    [few] ينتهي الانتداب بعد { $n } أيام.
    [many] ينتهي الانتداب بعد { $n } يوما.
   *[other] ينتهي الانتداب بعد { $n } يوم.
}
register-governance-over = انتهى الانتداب: عينوا من جديد من يسيرون التعاونية.
register-governance-replaced = خُلف في { $day }
register-governance-none = لا يعرف السجل من يسير هذه التعاونية.
register-governance-names = يبين السجل أي جهاز يسير التعاونية وكم عدد أفراده، ولا يذكر أسماءهم أبدا.
register-governance-offices = من يسير التعاونية، بالأسماء
register-governance-before = الأجهزة السابقة

# المستخرج من السجل.
register-extract = مستخرج من سجل التعاونيات
register-extract-get = مستخرج بصيغة PDF
register-extract-about = موقَّع، وعليه رمز يمكن لأي كان التحقق منه.
register-extract-number = الرقم في السجل
register-extract-line = البيان
register-extract-says = ما هو مقيد في السجل
register-extract-categories = الصنف
register-extract-place = المقر
register-extract-removed-on = غادرت السجل في
register-extract-and = {" "}و{" "}
register-extract-code = رمز الاستجابة السريعة المؤدي إلى صفحة التحقق من هذا المستخرج
register-extract-check = تحققوا من هذا المستخرج
register-extract-check-how = امسحوا هذا الرمز: تبين لكم الصفحة ما ورد في هذا المستخرج، وهل التوقيع صحيح، وما هو مقيد في السجل اليوم. ويمكن التحقق من التوقيع دون اتصال بالمفتاح المنشور. ولا يُعتد إلا بما يحمله الرمز.
register-extract-issued = حُرر في { $day }
register-category-supplies = يوفر أعضاؤها سلعا أو خدمات
register-category-serves = توفر سلعا أو خدمات لأعضائها
register-category-employs = توفر عملا مأجورا لأعضائها
register-wrong-future = { $value } لم يحن بعد. اختاروا اليوم أو يوما مضى.
register-wrong-not-yet = في { $value } لم تكن هذه التعاونية مقيدة في السجل بعد. اختاروا يوما أحدث.

# التحقق من وثيقة.
register-verify = التحقق من وثيقة
register-verify-lead = يحمل المستخرج من السجل وشهادة سلامة الوضعية رمز استجابة سريعة. امسحوه بهاتفكم، أو ألصقوا هنا نصه أو عنوانه.
register-verify-proof = نص الرمز أو عنوانه
register-verify-hint = AF…
register-verify-do = تحقق
register-verify-where = في ملف PDF المعروض على الشاشة، الرمز رابط أيضا: يكفي النقر عليه.
register-verify-refused = هذا ليس إثباتا صحيحا
register-verify-damaged = ينقصه جزء، أو تغير فيه حرف. امسحوا الرمز من جديد، أو ألصقوا النص كاملا. لا يضم الإثبات إلا الحروف من A إلى Z والأرقام من 2 إلى 7.
register-verify-newer = أصدرته نسخة أحدث من هذا البرنامج، وهي وحدها تستطيع قراءته.
register-verify-unknown-key = يذكر أنه موقَّع بالمفتاح { $key }، ولم يكن هذا المفتاح قط لهذا السجل. قد يكون صادرا عن سجل آخر: تحققوا منه في العنوان المطبوع على الوثيقة.
register-verify-forged = لم يوقِّع المفتاح { $key } هذا النص: فقد غُيِّر مضمونه بعد التوقيع أو لم يُوقَّع قط. لا تعتمدوا عليه، واطلبوا وثيقة جديدة.
register-verify-out-of-use = يذكر أنه حُرر في يوم لم يكن فيه المفتاح { $key } مستعملا. لا تعتمدوا عليه، واطلبوا وثيقة جديدة.
register-verify-genuine = هذه الوثيقة صحيحة المصدر.
register-verify-signed = حررها ووقعها هذا السجل في { $day }، المفتاح { $key }.
register-verify-other-journal = لا يجد السجل في دفتر يوميته ما وُقِّع في ذلك اليوم. قارنوا كل سطر واسألوا المكتب.
register-verify-changes = { PLURAL($n) ->
    [zero] لم يتغير أي بيان.
    [one] تغير بيان واحد.
    [two] تغير بيانان.
    [few] تغيرت { $n } بيانات.
    [many] تغير { $n } بيانا.
   *[other] تغير { $n } بيان.
}
register-verify-changes-why = كانت الوثيقة صحيحة يوم تحريرها؛ وقد دُونت وقائع أو سرت بعد ذلك.
register-verify-same = يقول السجل الشيء نفسه في { $day }.
register-verify-beside = الوثيقة والسجل جنبا إلى جنب
register-verify-said = الوثيقة، في { $day }
register-verify-says = السجل، في { $day }
register-verify-differs = مختلف
register-verify-its-day = في يوم الوثيقة، حسب ما هو معروف اليوم
register-verify-acts = وقائع هذه التعاونية
register-verify-behind = ما تم توقيعه
register-verify-journal = كان دفتر اليومية قد بلغ الواقعة رقم { $seq }، وتبدأ بصمتها بما يلي: { $hash }.
register-verify-never = لا يعرف السجل هذه التعاونية.
register-verify-offline = دون اتصال
register-verify-offline-how = يحمل الرمز كل ما تقوله الوثيقة مع توقيع Ed25519. ومن احتفظ بمفاتيحنا العمومية تحقق من التوقيع دون أن يسألنا، ولو لم يعد هذا الموقع موجودا. والصيغة منشورة ولا تتغير.
register-verify-key = المفتاح
register-keys = مفاتيح التوقيع
register-keys-none = لا يوجد مفتاح بعد: يُنشأ الأول مع أول مستخرج.
register-keys-since = منذ
register-keys-until = إلى غاية
register-keys-public = المفتاح العمومي (base64url)
register-keys-in-use = مستعمل
register-keys-file = كل المفاتيح بصيغة JSON (JWK)

# القانون بالأرقام
register-rules = القانون بالأرقام
register-rules-lead = كل رقم في القانون يستند إليه هذا السجل، مع مادته والمكان الذي قرئ فيه. الرقم الذي يتغير يأخذ سطرا ثانيا، وما تم قبله يحكم عليه برقم يومه.
register-rules-what = القاعدة
register-rules-value = الرقم
register-rules-where = أين وردت
register-rules-since = سارية منذ
register-rules-unconfirmed = غير مؤكد
register-rules-unchecked = معروفة، ولا يتحقق منها بعد
register-rules-unconfirmed-note = ما لم يؤكد هو عرف أو قرئ عن قانون سابق: ينبه السجل إليه فقط. العبرة بالمواد بالعربية في الجريدة الرسمية.
register-rules-source = قرئ في
register-rules-file = الجدول بصيغة CSV
register-rule-members_min = الأعضاء، على الأقل، عند التأسيس
register-rule-members_kept_min = الأعضاء، على الأقل، بعد التأسيس
register-rule-founder_age_min = سن المؤسس، على الأقل
register-rule-capital_min = رأس المال، على الأقل
register-rule-share_min = الحصة الواحدة، على الأقل
register-rule-paid_at_subscription_min = المدفوع من الحصص النقدية عند الاكتتاب، على الأقل
register-rule-paid_in_full_within = باقي الحصص النقدية، يدفع بعد التقييد داخل أجل
register-rule-cash_blocked_within = الأموال المقبوضة، تودع في حساب التعاونية داخل أجل
register-rule-called_share_paid_within = الحصص المطلوبة، تدفع بعد الإنذار داخل أجل
register-rule-name_answered_within = الجواب عن التسمية، داخل أجل
register-rule-name_valid_for = تبقى التسمية محجوزة مدة
register-rule-copies_filed = طلب التقييد، في
register-rule-file_entered_within = الملف، يقيده كاتب الضبط في السجل المحلي داخل أجل
register-rule-copy_sent_within = نسخة الملف، يرسلها كاتب الضبط إلى المكتب داخل أجل
register-rule-copy_entered_within = نسخة الملف، يقيدها المكتب في السجل المركزي داخل أجل
register-rule-meeting_within = الجمع العام، بعد نهاية السنة المالية داخل أجل
register-rule-accounts_filed_within = الحسابات السنوية، تودع بعد الجمع العام داخل أجل
register-rule-sections_members_above = جموع الفروع مسموح بها فوق
register-rule-managers_max = المسيرون، على الأكثر
register-rule-managers_members_below = مسيرون بدل مجلس إدارة، دون
register-rule-managers_turnover_below = مسيرون بدل مجلس إدارة، رقم المعاملات دون
register-rule-board_min = أعضاء مجلس الإدارة، على الأقل
register-rule-board_max = أعضاء مجلس الإدارة، على الأكثر
register-rule-board_multiple_of = أعضاء مجلس الإدارة، مضاعف
register-rule-board_term = مدة انتداب عضو مجلس الإدارة
register-rule-auditor_turnover_from = مراقب الحسابات لازم ابتداء من رقم معاملات
register-rule-legal_reserve_min = من الفائض للاحتياطي القانوني، على الأقل
register-rule-education_reserve_min = من الفائض للتربية والتكوين، على الأقل
register-rule-non_members_max = المعاملات مع غير الأعضاء، من رقم المعاملات على الأكثر
register-rule-interest_max = فائدة الحصص، على الأكثر
register-rule-union_members_min = التعاونيات في اتحاد، على الأقل
register-rule-meeting_called_before = الدعوة إلى الجمع، قبل يومه بمدة
register-rule-tax_exempt_turnover_max = الإعفاء من الضريبة على الشركات، إلى رقم معاملات
register-rule-tender_certificate_valid_for = شهادات صفقة عمومية، عمرها أقل من
register-rule-standing_certificate_valid_for = مدة صلاحية شهادة سلامة الوضعية
register-rule-first_visit_within = تعتبر التعاونية جديدة لدى مندوبيتها خلال
register-rule-request_decided_within = يُبت في طلب تعديل خلال
register-rule-reminded_after_mandate_for = تذكير آخر من تصرف باسم التعاونية، ما دام لا أحد يتصرف باسمها، لمدة
register-unit-persons = { PLURAL($n) ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $n } أشخاص
    [many] { $n } شخصا
   *[other] { $n } شخص
}
register-unit-cooperatives = { PLURAL($n) ->
    [zero] لا تعاونية
    [one] تعاونية واحدة
    [two] تعاونيتان
    [few] { $n } تعاونيات
    [many] { $n } تعاونية
   *[other] { $n } تعاونية
}
register-unit-copies = { PLURAL($n) ->
    [zero] لا نسخة
    [one] نسخة واحدة
    [two] نسختان
    [few] { $n } نسخ
    [many] { $n } نسخة
   *[other] { $n } نسخة
}
register-unit-days = { PLURAL($n) ->
    [zero] اليوم نفسه
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يوما
   *[other] { $n } يوم
}
register-unit-months = { PLURAL($n) ->
    [zero] الشهر نفسه
    [one] شهر واحد
    [two] شهران
    [few] { $n } أشهر
    [many] { $n } شهرا
   *[other] { $n } شهر
}
register-unit-years = { PLURAL($n) ->
    [zero] السنة نفسها
    [one] سنة واحدة
    [two] سنتان
    [few] { $n } سنوات
    [many] { $n } سنة
   *[other] { $n } سنة
}
register-text-law-112-12 = القانون 112-12
register-text-decree-2-15-617 = المرسوم 2-15-617
register-text-decree-2-22-431 = المرسوم 2-22-431
register-text-general-tax-code = المدونة العامة للضرائب
register-article = { $text }، المادة { $article }

# Why the register refuses an act.
register-refusal-not-registered = التعاونية { $number } غير مقيدة في السجل.
register-refusal-registered-twice = التعاونية { $number } مقيدة في السجل من قبل.
register-refusal-unreadable = تعذرت قراءة ما جاء في هذه الواقعة.
register-refusal-before-registration = يوم { $day } سابق لتقييد التعاونية { $number } الذي تم في { $other }.
register-refusal-gone = لم تعد التعاونية { $number } موجودة يوم { $day }: غادرت السجل في { $other }.
register-refusal-gone-already = سبق أن غادرت التعاونية { $number } السجل.
register-refusal-member-twice = العضو { $member } مقيد في لائحة الأعضاء من قبل.
register-refusal-no-member = العضو { $member } غير مقيد في لائحة الأعضاء.
register-refusal-shares = لا يمكن أن يتحرك هذا العدد من الحصص هكذا ({ $n }): تنتقل حصة على الأقل من عضو إلى عضو آخر، أو تدخل أو تخرج.
register-refusal-shares-not-held = عدد الحصص المملوكة { $held }، وهو أقل من { $n }.
register-refusal-shares-left = ما زال للعضو حصص، وعددها { $n }: تُحوَّل أو تُسترد قبل المغادرة.
register-refusal-currency = رأس مال التعاونية ممسوك بعملة أخرى ({ $kept }) غير المذكورة هنا ({ $given }).
register-refusal-capital-negative = سيصير رأس المال أقل من صفر.
register-refusal-more-paid-than-subscribed = المبلغ المحرر ({ $paid }) أكبر من رأس المال ({ $capital }).
register-refusal-more-present-than-members = { PLURAL($n) ->
    [zero] الحاضرون أو الممثلون 0، أكثر من عدد الأعضاء وهو { $members }.
    [one] الحاضرون أو الممثلون 1، أكثر من عدد الأعضاء وهو { $members }.
    [two] الحاضرون أو الممثلون 2، أكثر من عدد الأعضاء وهو { $members }.
    [few] حضر أو مُثل { $n } أعضاء، وهو أكثر من عدد الأعضاء: { $members }.
    [many] حضر أو مُثل { $n } عضوا، وهو أكثر من عدد الأعضاء: { $members }.
   *[other] حضر أو مُثل { $n } عضو، وهو أكثر من عدد الأعضاء: { $members }.
}
register-refusal-filed-twice = حسابات سنة { $year } مودعة من قبل: يجب إبطالها أولا.
register-refusal-unbalanced = الموازنة غير متوازنة: الأصول { $assets } والخصوم { $liabilities }.
register-refusal-nameless = لا بد للتعاونية من تسمية بالعربية أو بالفرنسية.
register-refusal-more-young-than-all = عدد من هم دون 35 سنة ({ $young }) أكبر من العدد كله ({ $all }).
register-refusal-legal-person = ليس للشخص الاعتباري جنس ولا سن.
register-refusal-meeting-without-year = الجمع العام العادي يهم سنة مالية: اذكروها.
register-refusal-meeting-extraordinary = لا يصادق على الحسابات إلا الجمع العام العادي.
register-refusal-negative = العدد { $value } أقل من صفر.
register-refusal-negative-amount = المبلغ { $value } أقل من صفر.
register-refusal-too-many = العدد { $value } أكبر من أن يُسجل: الحد الأقصى { $most }.
register-refusal-too-much = المبلغ { $value } أكبر من أن يُسجل: الحد الأقصى { $most }.
register-request-files = الوثائق التي يستند إليها الطلب
register-visit-files = صور الزيارة ووثائقها
register-phrases = أسباب متكررة للإرجاع أو الرفض
register-phrase-paper_missing = وثيقة ناقصة.
register-phrase-paper_unreadable = وثيقة غير مقروءة.
register-phrase-unsigned = توقيع ناقص.
register-phrase-day_wrong = التاريخ غير صحيح.
register-phrase-differs_from_paper = ما أُدخل لا يطابق الوثيقة.
register-phrase-meeting_irregular = لم يُعقد الجمع وفق القواعد.
register-desk-came-back = عادت بعد التصحيح
register-request-came-back = عاد بعد التصحيح
register-desk-projects = ملفات تأسيس للدراسة
register-desk-projects-all = كل المشاريع، وإدخال مشروع جديد من الورق
register-desk-whom-all = كلها حسب درجة الأولوية
register-desk-since = ما سُجّل منذ أمس
# The workbook of yearly accounts.
register-workbook = من جدول
register-workbook-note = ما في الجدول يملأ الاستمارة أعلاه: راجعوه ثم أرسلوه.
register-workbook-template = جدول فارغ للملء (XLSX)
register-workbook-fill = ملء الاستمارة
register-wrong-workbook = هذا ليس جدول حسابات: خذوا الجدول الفارغ واملؤوه.
register-wrong-workbook-rows = يكون في الجدول سطر واحد، لسنة مالية واحدة.
# Names that could be taken for another.
register-alike = أسماء مشابهة
register-alike-none = لا اسم يشبهه.
register-alike-same = الكلمات نفسها
register-alike-sound = النطق نفسه
register-alike-letters = حرف أو حرفان مختلفان
register-alike-words = كلمات إحداهما في الأخرى
register-alike-kept = محفوظة لمؤسسين صودق لهم عليها
register-wrong-name-kept = هذه التسمية محفوظة لمؤسسين صودق لهم عليها: لا تأخذها أي تعاونية قبل أن ينتهي ذلك.
# A request about which somebody else was faster.
register-decision-typed = ما كتبتم
register-request-decided-on = تقرر في { $day }
# سحب طلب، وتصحيحه، وإبطال واقعة.
register-request-withdrawn = مسحوب
register-request-voided = إبطال واقعة
register-request-removal_voided = إبطال تشطيب
register-request-withdrawn-on = سحبه من أودعه في { $day }
register-request-withdraw = سحب الطلب
register-request-again = التصحيح وتقديم الطلب من جديد
register-request-corrects = يصحح الطلب رقم { $id } الذي أعيد إليكم، وتبقى وثائقه مرفقة.
register-request-files-before = وثائق الطلب المعاد رقم { $id }
register-void-ask = هل في واقعة خطأ؟ اطلبوا إبطالها
register-void-mistyped = خطأ في الإدخال
register-void-twice = مسجلة مرتين
register-void-never = لم تقع قط
register-void-other = تخص تعاونية أخرى
register-field-act = الواقعة المراد إبطالها
register-field-why = وجه الخطأ
register-wrong-act = اختاروا واقعة من وقائع هذه التعاونية.
register-wrong-why = اختاروا وجه الخطأ في هذه الواقعة.
register-wrong-ice = «{ $value }» ليس معرفا موحدا للمقاولة: عدد أرقامه 15، بما فيها الأصفار في البداية.
register-wrong-ice-check = «{ $value }» ليس معرفا موحدا للمقاولة: الرقمان الأخيران لا يطابقان الباقي. أعيدوا قراءته في الشهادة.
# ما تقوله القواعد عن الوضعية بعد الطلب.
register-effect-stops = قاعدة مؤكدة لا تسمح بذلك
register-effect-due = يصبح متأخرا حينها: { $what }
register-finding-members_kept_min = الأعضاء: { $number }، والقاعدة تشترط على الأقل { $asked }.
register-finding-union_members_min = أعضاء الاتحاد: { $number }، والقاعدة تشترط على الأقل { $asked }.
register-finding-capital_min = رأس المال: { $number }، والقاعدة تشترط على الأقل { $asked }.
register-finding-managers_max = المسيرون: { $number }، والقاعدة تسمح على الأكثر بما يلي: { $asked }.
register-finding-managers_members_below = الأعضاء: { $number }، ويكفي مسيرون بدل مجلس إدارة دون { $asked }.
register-finding-managers_turnover_below = رقم المعاملات: { $number }، ويكفي مسيرون بدل مجلس إدارة دون { $asked }.
register-finding-board_min = أعضاء مجلس الإدارة: { $number }، والقاعدة تشترط على الأقل { $asked }.
register-finding-board_max = أعضاء مجلس الإدارة: { $number }، والقاعدة تسمح على الأكثر بما يلي: { $asked }.
register-finding-board_multiple_of = أعضاء مجلس الإدارة: { $number }، والقاعدة تشترط أن يكون من مضاعفات { $asked }.
register-finding-board_term = تنتهي مدة الانتداب في { $until }، والقاعدة تسمح على الأكثر بما يلي: { $asked }.
# ما يتوصل به مودع الطلب بالبريد الإلكتروني أو برسالة قصيرة.
register-notice-accepted = قبل طلبكم: { $what }
register-notice-accepted-says = قبل طلبكم الخاص بالتعاونية { $number } وقيد: { $what }.
register-notice-returned = أعيد إليكم طلبكم: { $what }
register-notice-returned-says = أعيد إليكم طلبكم الخاص بالتعاونية { $number }: { $what }. اقرؤوا السبب، ثم صححوا وقدموا الطلب من جديد.
register-notice-refused = رفض طلبكم: { $what }
register-notice-refused-says = رفض طلبكم الخاص بالتعاونية { $number }: { $what }. اقرؤوا السبب.
register-refusal-unvoidable = لا تبطل الواقعة رقم { $act } بهذا الطلب: التقييد في السجل والإبطال يبقيان، والتشطيب يبطل بطلب خاص به.
register-refusal-stood-on = لا يمكن إبطال الواقعة رقم { $act } لأن الواقعة رقم { $by } مبنية عليها: اطلبوا إبطال هذه الأخيرة أولا.
register-refusal-roll-kept = سجل الأعضاء ممسوك: أعضاؤه هم الذين يحتسبون، ولا يصرح بشيء.
register-refusal-not-active = لم تكن التعاونية نشيطة في ذلك اليوم.
register-refusal-not-dormant = لم تكن التعاونية متوقفة في ذلك اليوم.
register-refusal-ice-taken = هذا المعرف الموحد للمقاولة هو معرف التعاونية { $number }.
register-refusal-against-rule = قاعدة مؤكدة لا تسمح بذلك: { $rule }.
