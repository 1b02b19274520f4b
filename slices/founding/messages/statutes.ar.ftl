# عناوين المواد حسب ترتيبها.
founding-statutes-title-form = الشكل والقانون المطبق
founding-statutes-title-name = التسمية
founding-statutes-title-object = الغرض
founding-statutes-title-seat = المقر ونطاق الانضمام
founding-statutes-title-duration = المدة
founding-statutes-title-dealings = المعاملات مع الأعضاء
founding-statutes-title-members = الأعضاء
founding-statutes-title-admission = الانضمام
founding-statutes-title-withdrawal = الانسحاب والوفاة
founding-statutes-title-exclusion = الإقصاء
founding-statutes-title-capital = الرأسمال
founding-statutes-title-shares = الحصص
founding-statutes-title-payment = تحرير الحصص
founding-statutes-title-meetings = الجموع العامة
founding-statutes-title-notice = الدعوة والمحاضر
founding-statutes-title-votes = حق التصويت
founding-statutes-title-organ = جهاز التسيير
founding-statutes-title-accounts = السنة المالية والحسابات السنوية
founding-statutes-title-reserves = الاحتياطيات
founding-statutes-title-surplus = تخصيص الفائض
founding-statutes-title-auditor = مراقب الحسابات
founding-statutes-title-dissolution = الحل والتصفية
founding-statutes-title-disputes = النزاعات
founding-statutes-title-land = أراضي الجماعات السلالية

# ما تنص عليه المواد، فقرة فقرة.
founding-statutes-text-form-law = يؤسس الموقعون على هذا النظام الأساسي، ومن ينضم إليهم من بعد، تعاونية تخضع للقانون رقم 112.12 المتعلق بالتعاونيات وللنصوص المتخذة لتطبيقه ولهذا النظام الأساسي.
founding-statutes-text-form-person = وتكتسب التعاونية الشخصية الاعتبارية بتسجيلها في سجل التعاونيات.
founding-statutes-text-name = تحمل التعاونية التسمية التي صادق عليها مكتب تنمية التعاون، وهي: { $name }.
founding-statutes-text-name-other = وتكتب هذه التسمية بالحروف اللاتينية: { $name_fr }.
founding-statutes-text-name-used = وتذكر هذه التسمية في جميع العقود والوثائق التي توجهها التعاونية إلى الغير.
founding-statutes-text-object = غرض التعاونية هو: { $object }
founding-statutes-text-object-activity = ويندرج نشاطها في الفرع التالي: { $activity }.
founding-statutes-text-object-means = وتقوم بجميع العمليات التي تخدم هذا الغرض، مع احترام المبادئ التعاونية.
founding-statutes-text-seat = يوجد مقر التعاونية في { $seat }.
founding-statutes-text-seat-area = وتقبل الأعضاء من النطاق التالي: { $area }.
founding-statutes-text-seat-moved = وينقل المقر ويغير النطاق بقرار من الجمع العام الاستثنائي.
founding-statutes-text-duration = تؤسس التعاونية لمدة { $duration } تبتدئ من تاريخ تسجيلها.
founding-statutes-text-duration-changed = وللجمع العام الاستثنائي أن يمدد هذه المدة، أو أن يقرر حل التعاونية قبل انقضائها.
founding-statutes-text-dealings = تتعامل التعاونية مع أعضائها على النحو التالي:
founding-statutes-text-dealings-supplies = – يزودها أعضاؤها بسلع أو خدمات تتولى بيعها، بعد تحويلها عند الحاجة.
founding-statutes-text-dealings-serves = – تقدم لأعضائها سلعا أو خدمات.
founding-statutes-text-dealings-employs = – توفر لأعضائها عملا مقابل أجر.
founding-statutes-text-dealings-open = – ……………
founding-statutes-text-dealings-booked = وتقيد المعاملات مع كل عضو في حسابه بدفاتر التعاونية، منفصلة عن المعاملات مع الغير.
founding-statutes-text-members = يمكن أن ينضم إلى التعاونية كل شخص ذاتي أو اعتباري يتوافق نشاطه أو تتوافق حاجاته مع غرضها وينتمي إلى نطاق الانضمام فيها.
founding-statutes-text-members-founders = وتتألف التعاونية عند تأسيسها من { $founders }.
founding-statutes-text-members-least = ولا يجوز أن يقل عدد الأعضاء عند التأسيس عن { $members_min }.
founding-statutes-text-admission = يقدم طلب الانضمام كتابة إلى جهاز التسيير، الذي يجيب عنه بقرار معلل. وإذا رفض الطلب جاز لصاحبه أن يعرضه على أول جمع عام عادي يلي الرفض.
founding-statutes-text-admission-entered = ويوقع المقبول على النظام الأساسي ويكتتب حصصه ويقيد في سجل الأعضاء.
founding-statutes-text-withdrawal = يحق للعضو أن ينسحب بعد إخبار جهاز التسيير كتابة. ويسري الانسحاب عند اختتام السنة المالية الجارية، ولا يعفي العضو مما التزم به من قبل.
founding-statutes-text-withdrawal-paid = وللعضو المنسحب أن يسترد المبلغ المحرر من حصصه بعد خصم نصيبه من الخسائر. ولا حق له في الاحتياطيات.
founding-statutes-text-withdrawal-heirs = وفي حالة الوفاة ينتقل هذا الحق إلى الورثة، ولمن استوفى منهم شروط الانضمام أن يطلب الحلول محل المتوفى.
founding-statutes-text-exclusion = يقصى العضو في الحالات ووفق الإجراءات المنصوص عليها في المادة 20 من القانون رقم 112.12.
founding-statutes-text-exclusion-unpaid = ويسري ذلك على العضو الذي أنذر برسالة مضمونة بأداء ما طلب من قيمة حصصه ولم يؤده داخل أجل { $called_share_paid_within } من تاريخ التوصل بالإنذار.
founding-statutes-text-exclusion-waived = وللجمع العام العادي أن يتخلى عن استيفاء المبالغ التي بقيت مستحقة.
founding-statutes-text-exclusion-heard = ويخبر العضو كتابة بما يؤاخذ عليه، ويدعى إلى تقديم توضيحاته قبل اتخاذ القرار.
founding-statutes-text-capital = يحدد رأسمال التعاونية في { $capital }، مقسما إلى { $shares } قيمة كل منها { $share }، مكتتبة بكاملها.
founding-statutes-text-capital-least = ولا يجوز أن يقل عن { $capital_min }.
founding-statutes-text-capital-changed = ويزداد الرأسمال بقبول أعضاء أو باكتتابات جديدة، وينقص بإرجاع قيمة حصص الأعضاء المغادرين.
founding-statutes-text-shares = الحصص اسمية وغير قابلة للتجزئة.
founding-statutes-text-shares-least = ولا يجوز أن تقل قيمة الحصة عن { $share_min }.
founding-statutes-text-shares-kept = ولا يجوز تداول الحصص ولا حجزها. ولا تنقل إلا وفق الشروط المنصوص عليها في المادة 28 من القانون رقم 112.12.
founding-statutes-text-shares-member = ويكتتب كل عضو ما لا يقل عن { $shares_least }، بما يتناسب مع المعاملات التي يلتزم بإجرائها مع التعاونية. ويرفع هذا العدد كلما زادت هذه المعاملات.
founding-statutes-text-payment-first = يؤدى عند الاكتتاب ما لا يقل عن { $paid_at_subscription_min } من قيمة الحصص النقدية.
founding-statutes-text-payment-rest = ويطلب جهاز التسيير أداء الباقي دفعة واحدة أو على دفعات، داخل أجل أقصاه { $paid_in_full_within } من تاريخ التسجيل أو من تاريخ الزيادة في الرأسمال.
founding-statutes-text-payment-kind = وتحرر الحصص العينية بكاملها بعد تقييمها في تقرير مكتوب.
founding-statutes-text-payment-blocked = وتجمد المبالغ المؤداة داخل أجل { $cash_blocked_within } من تسلمها في حساب بنكي مفتوح باسم التعاونية.
founding-statutes-text-meetings = يتألف الجمع العام من جميع الأعضاء، وتلزم قراراته الجميع، بمن فيهم الغائبون.
founding-statutes-text-meetings-yearly = وينعقد الجمع العام العادي مرة في السنة على الأقل، داخل أجل { $meeting_within } من اختتام السنة المالية.
founding-statutes-text-meetings-decides = ويبت في الحسابات ويخصص الفائض ويعين الأشخاص الذين يتألف منهم جهاز التسيير.
founding-statutes-text-meetings-extraordinary = ويختص الجمع العام الاستثنائي وحده بتعديل هذا النظام الأساسي وبتقرير حل التعاونية.
founding-statutes-text-notice = يدعى الأعضاء كتابة قبل الاجتماع بما لا يقل عن { $notice }. ويبين في الدعوة مكان الاجتماع ويومه وساعته وجدول أعماله.
founding-statutes-text-notice-papers = وتوضع الحسابات والتقارير ونص القرارات المقترحة خلال هذا الأجل رهن إشارة الأعضاء في المقر.
founding-statutes-text-notice-minutes = وتدون المداولات في محاضر موقعة تحفظ في المقر مع ورقة الحضور.
founding-statutes-text-votes = لكل عضو صوت واحد مهما كان عدد حصصه.
founding-statutes-text-votes-equal = ولا تخول أي حصة صوتا إضافيا ولا امتيازا.
founding-statutes-text-organ-open = يدير التعاونية: ……………
founding-statutes-text-organ-managers = يعهد بتسيير التعاونية إلى { $persons } من بين الأعضاء، بصفة مسير، يعينهم الجمع العام العادي لمدة { $term } قابلة للتجديد.
founding-statutes-text-organ-managers-most = ولا يزيد عدد المسيرين على { $managers_max }.
founding-statutes-text-organ-board = يدير التعاونية مجلس إدارة يتألف من { $persons } من بين الأعضاء، ينتخبهم الجمع العام العادي لمدة { $term }. وينتخب المجلس رئيسه من بين أعضائه.
founding-statutes-text-organ-board-size = ويكون عدد المتصرفين من مضاعفات العدد { $board_multiple_of_number }، ولا يقل عن { $board_min_number } ولا يزيد على { $board_max_number }.
founding-statutes-text-organ-board-renewed = ويجدد المجلس أثلاثا، ويجوز أن يعاد انتخاب من انتهت مدتهم.
founding-statutes-text-organ-powers = ويمثل جهاز التسيير التعاونية ويتصرف باسمها في حدود غرضها ودون المساس بالسلط المخولة للجمع العام. ويقدم حصيلة تسييره إلى الجمع العام العادي.
founding-statutes-text-accounts-year = تختتم السنة المالية كل سنة يوم { $year_end }. وتبتدئ السنة المالية الأولى من يوم التسجيل.
founding-statutes-text-accounts = وعند اختتامها يحصر جهاز التسيير الجرد والحسابات السنوية ويعد تقريره.
founding-statutes-text-accounts-filed = وتودع الحسابات السنوية لدى كتابة ضبط المحكمة الابتدائية التابع لها المقر داخل أجل { $accounts_filed_within } من انعقاد الجمع العام العادي.
founding-statutes-text-reserves = لا يجوز توزيع احتياطيات التعاونية على الأعضاء.
founding-statutes-text-reserves-kept = ويسري ذلك على كل احتياطي، طيلة حياة التعاونية كما عند مغادرة أحد الأعضاء.
founding-statutes-text-surplus = يخصص الجمع العام العادي الفائض الصافي للسنة المالية حسب الترتيب التالي:
founding-statutes-text-surplus-legal = – { $legal_reserve } للاحتياطي القانوني إلى أن يعادل الرأسمال؛
founding-statutes-text-surplus-education = – { $education_reserve } للاحتياطي المرصود للتربية والتكوين في المجال التعاوني؛
founding-statutes-text-surplus-rest = – والباقي، حسب ما يقرره الجمع، لاحتياطيات أخرى أو للأعضاء بما يتناسب مع معاملات كل منهم مع التعاونية لا مع عدد حصصه.
founding-statutes-text-auditor = يعين الجمع العام العادي مراقبا للحسابات إذا بلغ رقم المعاملات دون احتساب الرسوم { $auditor_turnover_from }.
founding-statutes-text-auditor-free = وللجمع العام أن يعين مراقبا للحسابات في غير هذه الحالة.
founding-statutes-text-auditor-reports = ويتحقق مراقب الحسابات من صحة الحسابات ويرفع تقريره إلى الجمع العام.
founding-statutes-text-dissolution = تحل التعاونية بانقضاء مدتها أو بقرار من الجمع العام الاستثنائي أو بحكم قضائي. ويعين الجمع أو المحكمة مصفيا أو عدة مصفين.
founding-statutes-text-dissolution-rest = وبعد أداء الديون وإرجاع المبلغ المحرر من الحصص، يؤول ما بقي إلى تعاونية أخرى أو إلى اتحاد للتعاونيات، ولا يوزع على الأعضاء.
founding-statutes-text-disputes = يعرض كل نزاع ينشأ عن هذا النظام الأساسي، بين الأعضاء أو بين أحدهم والتعاونية، على الصلح أولا، بمساعدة اتحاد للتعاونيات عند الحاجة.
founding-statutes-text-disputes-court = وإذا لم يحصل الاتفاق رفع النزاع إلى المحكمة التابع لها مقر التعاونية.
founding-statutes-text-land = يستغل المؤسسون أراضي الجماعة السلالية التالية: { $community }. ولا تنتفع التعاونية بها إلا في حدود قرار الإذن بالانتفاع ووفق شروطه.
founding-statutes-text-land-kept = وتبقى هذه الأراضي للجماعة السلالية: لا تقدمها التعاونية حصة في الرأسمال ولا تفوتها ولا ترهنها.
founding-statutes-text-land-ended = وإذا انتهى الانتفاع أو تغيرت شروطه أخبر جهاز التسيير الأعضاء ودعا الجمع العام دون تأخير.

# الأعداد داخل النص: تأتي دائما مجرورة.
founding-statutes-years = { PLURAL($n) ->
    [one] سنة واحدة
    [two] سنتين
    [few] { $n } سنوات
    [many] { $n } سنة
   *[other] { $n } سنة
}
founding-statutes-months = { PLURAL($n) ->
    [one] شهر واحد
    [two] شهرين
    [few] { $n } أشهر
    [many] { $n } شهرا
   *[other] { $n } شهر
}
founding-statutes-days = { PLURAL($n) ->
    [one] يوم واحد
    [two] يومين
    [few] { $n } أيام
    [many] { $n } يوما
   *[other] { $n } يوم
}
founding-statutes-persons = { PLURAL($n) ->
    [one] شخص واحد
    [two] شخصين
    [few] { $n } أشخاص
    [many] { $n } شخصا
   *[other] { $n } شخص
}
founding-statutes-shares = { PLURAL($n) ->
    [one] حصة واحدة
    [two] حصتين
    [few] { $n } حصص
    [many] { $n } حصة
   *[other] { $n } حصة
}
founding-statutes-end-1 = 31 يناير
founding-statutes-end-2 = آخر يوم من فبراير
founding-statutes-end-3 = 31 مارس
founding-statutes-end-4 = 30 أبريل
founding-statutes-end-5 = 31 ماي
founding-statutes-end-6 = 30 يونيو
founding-statutes-end-7 = 31 يوليوز
founding-statutes-end-8 = 31 غشت
founding-statutes-end-9 = 30 شتنبر
founding-statutes-end-10 = 31 أكتوبر
founding-statutes-end-11 = 30 نونبر
founding-statutes-end-12 = 31 دجنبر

# الأسئلة: ما يسأل عنه، ولماذا، وكيف يجاب.
founding-statutes-label-object = ماذا ستفعل التعاونية؟
founding-statutes-why-object = يحدد الغرض ما يمكن أن تقوم به التعاونية ومن يمكنه الانضمام إليها.
founding-statutes-hint-object = اكتبوا جملة تامة تنتهي بنقطة.
founding-statutes-label-area = من أين سيأتي الأعضاء؟
founding-statutes-why-area = يبين نطاق الانضمام من يمكنه أن يطلب الانضمام.
founding-statutes-hint-area = مثلا جماعة أو عدة دواوير أو إقليم.
founding-statutes-label-duration_years = لكم سنة تؤسس التعاونية؟
founding-statutes-why-duration_years = عند انقضاء هذه المدة تحل التعاونية، ما لم يمددها الجمع العام الاستثنائي.
founding-statutes-hint-duration_years = عدد من السنوات.
founding-statutes-label-organ = من سيديرها؟
founding-statutes-why-organ = المسيرون يناسبون تعاونية صغيرة، ومجلس الإدارة يناسب تعاونية أكبر.
founding-statutes-hint-organ = يؤخذ عدد الأشخاص من المشروع.
founding-statutes-label-term_years = لكم سنة يعينون؟
founding-statutes-why-term_years = عند نهاية مدتهم يعين الجمع العام من جديد.
founding-statutes-hint-term_years = عدد من السنوات.
founding-statutes-label-shares_min = كم حصة يأخذ العضو على الأقل؟
founding-statutes-why-shares_min = يحدد النظام الأساسي هذا العدد الأدنى بما يتناسب مع معاملات العضو مع التعاونية.
founding-statutes-hint-shares_min = عدد يستطيع كل شخص من النطاق أن يؤدي قيمته.
founding-statutes-label-notice_days = قبل كم يوم من الاجتماع يدعى الأعضاء؟
founding-statutes-why-notice_days = ينبغي أن يجد كل عضو الوقت لقراءة الحسابات وللحضور.
founding-statutes-hint-notice_days = عدد من الأيام.
founding-statutes-label-legal_reserve_percent = كم من الفائض يخصص للاحتياطي القانوني؟
founding-statutes-why-legal_reserve_percent = هذا الاحتياطي يحمي التعاونية في السنوات الصعبة، ولا يوزع أبدا.
founding-statutes-hint-legal_reserve_percent = عدد من 0 إلى 100 في المائة.
founding-statutes-label-education_reserve_percent = كم من الفائض يخصص للتربية والتكوين؟
founding-statutes-why-education_reserve_percent = هذا الاحتياطي يمول تكوين الأعضاء ومن يديرون التعاونية.
founding-statutes-hint-education_reserve_percent = عدد من 0 إلى 100 في المائة.
founding-statutes-label-year_end_month = متى تختتم السنة المالية؟
founding-statutes-why-year_end_month = من هذا اليوم يحسب أجل الجمع العام السنوي.
founding-statutes-hint-year_end_month = هو 31 دجنبر، إلا إذا اقتضى موسم العمل يوما آخر.
founding-statutes-law = { $rule }: { $value }
founding-statutes-choose = اختاروا…
founding-statutes-organ-managers = مسيرون
founding-statutes-organ-board = مجلس الإدارة
founding-statutes-save = حفظ الأجوبة

# ما ينبغي تصحيحه.
founding-statutes-wrong-missing = ينقص جواب: { $field }
founding-statutes-wrong-least = اكتبوا عددا لا يقل عن 1: { $field }
founding-statutes-wrong-percent = اكتبوا عددا من 0 إلى 100: { $field }
founding-statutes-wrong-whole = يأخذ الاحتياطيان معا أكثر من الفائض كله.
founding-statutes-wrong-managers = عدد المسيرين أكبر مما تنص عليه القاعدة، ولا ينبغي أن يزيد على { $threshold }.
founding-statutes-wrong-board-few = عدد المتصرفين أصغر مما تنص عليه القاعدة، ولا ينبغي أن يقل عن { $threshold }.
founding-statutes-wrong-board-many = عدد المتصرفين أكبر مما تنص عليه القاعدة، ولا ينبغي أن يزيد على { $threshold }.
founding-statutes-wrong-board-multiple = عدد المتصرفين ليس من مضاعفات العدد { $number }.
founding-statutes-wrong-term = مدة التعيين أطول مما تنص عليه القاعدة، ولا ينبغي أن تزيد على { $threshold }.
founding-statutes-wrong-notice = أجل الدعوة أقصر مما تنص عليه القاعدة، ولا ينبغي أن يقل عن { $threshold } قبل الاجتماع.
founding-statutes-wrong-legal-reserve = نصيب الاحتياطي القانوني أقل مما تنص عليه القاعدة، ولا ينبغي أن يقل عن { $threshold }.
founding-statutes-wrong-education-reserve = نصيب احتياطي التربية والتكوين أقل مما تنص عليه القاعدة، ولا ينبغي أن يقل عن { $threshold }.
founding-statutes-wrong-text = في النص رموز لا تطبع: احذفوها.
founding-statutes-wrong-answer = الجواب طويل جدا: 1.000 حرف على الأكثر.
founding-statutes-wrong-long = المادة طويلة جدا: 4.000 حرف على الأكثر.
founding-statutes-wrong-organ = اختاروا المسيرين أو مجلس الإدارة.
founding-statutes-wrong-month = اختاروا يوما من القائمة.

# المواد على الشاشة وعلى الورق.
founding-statutes-document = النظام الأساسي
founding-statutes-heading = المادة { $number } – { $title }
founding-statutes-demanded = إلزامي بموجب
founding-statutes-changed = حررها المؤسسون
founding-statutes-flagged = حررت بصيغة أخرى: للمقارنة
founding-statutes-compare = حرر المؤسسون هذه المادة بصيغة أخرى. للمقارنة مع ما يفرضه القانون:
founding-statutes-in-ar = بالعربية
founding-statutes-in-fr = بالفرنسية
founding-statutes-in-en = بالإنجليزية
founding-statutes-elsewhere-ar = حرر المؤسسون هذه المادة بصيغة أخرى بالعربية:
founding-statutes-elsewhere-fr = حرر المؤسسون هذه المادة بصيغة أخرى بالفرنسية:
founding-statutes-elsewhere-en = حرر المؤسسون هذه المادة بصيغة أخرى بالإنجليزية:
founding-statutes-law-demands = ما يفرضه القانون:
founding-statutes-composed = نص النموذج:
founding-statutes-otherwise = تحريرها بصيغة أخرى
founding-statutes-own = نص هذه المادة
founding-statutes-own-note = أفرغوا الخانة للرجوع إلى النموذج. لا يسري نصكم إلا في لغة هذه الصفحة.
founding-statutes-own-demanded = يفرض القانون جزءا من هذا النص: سينبه من يدرس الملف إلى كل صيغة أخرى، أيا كانت اللغة التي يقرأ بها.
founding-statutes-own-save = حفظ هذه المادة
founding-statutes-note-changed = مادة حررها المؤسسون.
founding-statutes-note-demanded = مادة حررها المؤسسون. للمقارنة مع ما يفرضه القانون:
founding-statutes-draft = مشروع: تنقص أجوبة أو لا يمكن قبول أحدها. لا يوقع.
founding-statutes-as-of = حسب القواعد السارية يوم { $day }
founding-statutes-signatures = توقيعات المؤسسين
founding-statutes-made = حرر في { $seat }، بتاريخ ……………………………
founding-statutes-sign-number = الرقم
founding-statutes-sign-name = الاسم الشخصي والعائلي
founding-statutes-sign-shares = عدد الحصص
founding-statutes-sign-signature = التوقيع
