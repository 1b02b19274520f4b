# من يتصرف هنا باسم تعاونية.
roll-acting = من يتصرف هنا باسمها
roll-acting-lead = من له التفويض يمسك سجل الأعضاء ويطلب التغييرات ويودع الحسابات باسم التعاونية.
roll-acting-none = لا أحد يتصرف هنا باسم هذه التعاونية.
roll-acting-since = منذ
roll-acting-until = إلى غاية
roll-acting-end = إنهاء
roll-acting-give = منح التفويض
roll-field-contact = البريد الإلكتروني للحساب أو رقم هاتفه
roll-field-contact-note = فتح الشخص حسابًا وأكد العنوان.
roll-field-acts_until = آخر يوم
roll-field-acts_until-note = يوم نهاية مدة المهام إن كان معروفًا.
roll-wrong-contact = اكتبوا عنوان بريد إلكتروني أو رقم هاتف.
roll-wrong-nobody = لا حساب بهذا العنوان أو الرقم: اطلبوا من الشخص فتح حساب.
roll-wrong-oneself = لا أحد يمنح نفسه تفويضًا.
roll-wrong-acts_until = اكتبوا يومًا لم ينقض، أو لا تكتبوا شيئًا.
