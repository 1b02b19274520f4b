# زيارات المندوبيات.
register-visits = الزيارات
register-visits-none = لا زيارات بعد.
register-visit-plan = برمجة زيارة
register-visit-plan-do = برمجة الزيارة
register-visit-plan-note = لا تطلع التعاونية على ما هو مبرمج، بل تقرأ التقرير. والزيارة التي تمت من قبل تُدرج بتاريخها.
register-visit-planned = مبرمجة
register-visit-reported = تقرير موقع
register-visit-cancelled = ملغاة
register-visit-late = { PLURAL($n) ->
    [zero] التقرير منتظر
    [one] التقرير منتظر منذ يوم واحد
    [two] التقرير منتظر منذ يومين
    [few] التقرير منتظر منذ { $n } أيام
    [many] التقرير منتظر منذ { $n } يوما
   *[other] التقرير منتظر منذ { $n } يوم
}
register-field-planned_on = اليوم المبرمج
register-field-purpose = الموضوع
register-purpose-creation = المواكبة بعد التأسيس
register-purpose-regular = زيارة اعتيادية
register-purpose-overdue = التزامات متأخرة
register-purpose-follow_up = تتبع زيارة سابقة
register-purpose-advice = استشارة طلبتها التعاونية
register-purpose-complaint = شكاية
register-visit-report = التقرير
register-visit-report-do = توقيع التقرير
register-visit-signed = ما وُقع لا يتغير بعد ذلك: كل تصحيح يضاف إلى جانبه.
register-visit-no-names = لا تكتبوا أسماء الأشخاص ولا أرقامهم: اذكروا الصفات (الرئيس، المسيرة).
register-field-visited_on = تمت الزيارة في
register-field-saw = ما عاينه العون
register-field-heard = ما صرحت به التعاونية
register-finding = ملاحظة
register-findings = ملاحظات للتدارك
register-findings-none = لا شيء للتدارك.
register-findings-more = ملاحظات أخرى
register-findings-open = للتدارك
register-finding-until = للتدارك إلى غاية
register-finding-mended = تم التدارك في
register-finding-mend = تم التدارك
register-finding-mend-do = تسجيل التدارك
register-field-about = تخص
register-field-found = الملاحظة
register-field-mend_until = للتدارك إلى غاية (اختياري)
register-field-mended_on = تم التدارك في
register-field-how = كيف تم التحقق من ذلك
register-about-none = لا شيء
register-about-accounts = المحاسبة
register-about-meeting = الجموع العامة
register-about-organs = أجهزة التسيير
register-about-members = الأعضاء وسجلهم
register-about-capital = رأس المال وتحريره
register-about-activity = النشاط
register-about-premises = المقر والمحلات
register-about-statutes = احترام النظام الأساسي
register-about-other = شيء آخر
register-visit-notes = ما أضيف بعد التوقيع
register-visit-note = إضافة تصحيح أو توضيح
register-visit-note-do = إضافة
register-field-note = التصحيح أو التوضيح
register-visit-cancel = لن تتم الزيارة
register-visit-cancel-do = إلغاء الزيارة
register-visit-reason = لماذا لن تتم الزيارة
register-wrong-prose = 4.000 حرف على الأكثر، دون رموز تحكم.
register-wrong-planned = اكتبوا يوما يبعد عن اليوم بأقل من سنة، مثل 2026-12-31.
register-wrong-purpose = اختاروا موضوع الزيارة.
register-wrong-held = اكتبوا يوم الزيارة، وهو اليوم على أبعد تقدير.
register-wrong-saw = اكتبوا ما عاينتموه.
register-wrong-about = اختاروا ما تخصه الملاحظة.
register-wrong-found = اكتبوا الملاحظة.
register-wrong-mend-until = اكتبوا يوما بعد الزيارة، أو اتركوه فارغا.
register-wrong-mended = اكتبوا يوما بين الزيارة واليوم.
register-wrong-how = اكتبوا كيف تم التحقق من ذلك.
register-wrong-note = اكتبوا ما تريدون إضافته.
register-wrong-cancel = اكتبوا لماذا لن تتم الزيارة.
register-visit-kept = ما كتبتموه
register-wrong-visit-closed = قام به شخص آخر من قبل، أو لم يعد ممكنا. ما كتبتموه يوجد أسفله.
