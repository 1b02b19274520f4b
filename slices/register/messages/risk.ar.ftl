# من نزور: نقطة المخاطر وأجزاؤها.
register-whom = من نزور
register-whom-why = تأتي أولا التعاونيات ذات النقطة الأعلى. والنقطة هي مجموع ما كتب إلى جانبها، لا غير.
register-whom-all = الكل
register-whom-new = الجديدة التي لم تُزر فقط
register-whom-filter = عرض
register-whom-none = لا تعاونية.
register-whom-since = قُيدت في
register-whom-visited = زيرت في
register-whom-never = لم تُزر قط
register-whom-planned = زيارة مبرمجة في
register-whom-next = التالية
register-whom-count = { PLURAL($n) ->
    [zero] لا تعاونية
    [one] تعاونية واحدة
    [two] تعاونيتان
    [few] { $n } تعاونيات
    [many] { $n } تعاونية
   *[other] { $n } تعاونية
}
register-risk = كيف تُحسب نقطة المخاطر
register-risk-lead = النقطة من 0 إلى 100: كلما ارتفعت كانت الزيارة أنفع. هي عون على الاختيار، لا حكم، ولا تقرر شيئا.
register-risk-part = الجزء
register-risk-each = النقط، كل مرة
register-risk-most = على الأكثر
register-part-accounts = حسابات لم تودع في الأجل
register-part-accounts-why = كل سنة تحتسب؛ ودون حسابات لا يظهر شيء آخر
register-risk-accounts = { PLURAL($n) ->
    [zero] حسابات مودعة
    [one] حسابات سنة واحدة غير مودعة
    [two] حسابات سنتين غير مودعة
    [few] حسابات { $n } سنوات غير مودعة
    [many] حسابات { $n } سنة غير مودعة
   *[other] حسابات { $n } سنة غير مودعة
}
register-part-meetings = جموع عامة لم تنعقد في الأجل
register-part-meetings-why = كل سنة تحتسب؛ ودون جمع عام لا يقرر الأعضاء شيئا
register-risk-meetings = { PLURAL($n) ->
    [zero] جموع منعقدة
    [one] جمع عام واحد لم ينعقد
    [two] جمعان عامان لم ينعقدا
    [few] { $n } جموع عامة لم تنعقد
    [many] { $n } جمعا عاما لم ينعقد
   *[other] { $n } جمع عام لم ينعقد
}
register-part-members = عدد الأعضاء غير كاف
register-part-members-why = لم تعد التعاونية التي قُيدت
register-risk-members = { PLURAL($n) ->
    [zero] عدد الأعضاء غير كاف
    [one] عدد الأعضاء غير كاف
    [two] عدد الأعضاء غير كاف
    [few] عدد الأعضاء غير كاف
    [many] عدد الأعضاء غير كاف
   *[other] عدد الأعضاء غير كاف
}
register-part-findings = ملاحظات لم تُتدارك في الأجل
register-part-findings-why = كل ملاحظة عاينتها زيارة تحتسب
register-risk-findings = { PLURAL($n) ->
    [zero] لا ملاحظات متأخرة
    [one] ملاحظة واحدة لم تُتدارك في الأجل
    [two] ملاحظتان لم تُتداركا في الأجل
    [few] { $n } ملاحظات لم تُتدارك في الأجل
    [many] { $n } ملاحظة لم تُتدارك في الأجل
   *[other] { $n } ملاحظة لم تُتدارك في الأجل
}
register-part-capital = رأس مال غير كاف
register-part-capital-why = هو أقل مما يطلبه القانون
register-risk-capital = { PLURAL($n) ->
    [zero] رأس مال غير كاف
    [one] رأس مال غير كاف
    [two] رأس مال غير كاف
    [few] رأس مال غير كاف
    [many] رأس مال غير كاف
   *[other] رأس مال غير كاف
}
register-part-paid_up = حصص لم تحرر في الأجل
register-part-paid_up-why = تم الاكتتاب بها ولم تؤد كلها: رأس المال أقل مما يقال
register-risk-paid_up = { PLURAL($n) ->
    [zero] حصص غير محررة
    [one] حصص غير محررة
    [two] حصص غير محررة
    [few] حصص غير محررة
    [many] حصص غير محررة
   *[other] حصص غير محررة
}
register-part-term = مدة التسيير منتهية
register-part-term-why = لم يعد لمن يسيرونها انتداب
register-risk-term = { PLURAL($n) ->
    [zero] مدة التسيير منتهية
    [one] مدة التسيير منتهية
    [two] مدة التسيير منتهية
    [few] مدة التسيير منتهية
    [many] مدة التسيير منتهية
   *[other] مدة التسيير منتهية
}
register-part-dormant = متوقفة عن النشاط
register-part-dormant-why = ينبغي التأكد هل ما زالت قائمة
register-risk-dormant = { PLURAL($n) ->
    [zero] متوقفة عن النشاط
    [one] متوقفة عن النشاط
    [two] متوقفة عن النشاط
    [few] متوقفة عن النشاط
    [many] متوقفة عن النشاط
   *[other] متوقفة عن النشاط
}
register-desk-examine = للدراسة
register-desk-planned = زيارات الأسبوع
register-desk-overdue = المتأخر
register-desk-unattended = تعاونيات لم يعد أحد يتصرف باسمها
register-request-appoints = سُجل التعيين الجديد، ولا يغير من يتصرف هنا باسم التعاونية: امنحوا التفويض إلى غاية نهاية الانتداب.
register-desk-mine = تعاونياتكم
register-desk-mine-next = وبعد ذلك:
register-desk-mine-overdue = { PLURAL($n) ->
    [zero] لا شيء متأخر
    [one] التزام واحد متأخر
    [two] التزامان متأخران
    [few] { $n } التزامات متأخرة
    [many] { $n } التزاما متأخرا
   *[other] { $n } التزام متأخر
}
register-request-left = { PLURAL($n) ->
    [zero] يُبت فيه اليوم
    [one] يُبت فيه خلال يوم واحد
    [two] يُبت فيه خلال يومين
    [few] يُبت فيه خلال { $n } أيام
    [many] يُبت فيه خلال { $n } يوما
   *[other] يُبت فيه خلال { $n } يوم
}
