# What stands on the pages for coming in.
identity-menu = حسابي
identity-sign-in = تسجيل الدخول
identity-desk = المكتب
identity-sign-out = تسجيل الخروج
identity-sign-up = فتح حساب
identity-sign-up-lead = اكتب اسمك وعنوان بريدك الإلكتروني أو رقم هاتفك. سنرسل إليك رابطا تختار به كلمة سر.
identity-have-account = لدي حساب
identity-contact = البريد الإلكتروني أو رقم الهاتف
identity-password = كلمة السر
identity-password-new = كلمة السر الجديدة
identity-password-before = كلمة السر الحالية
identity-password-rule = ثمانية أحرف على الأقل. جملة قصيرة تتذكرها خير من كلمة صعبة.
identity-password-change = تغيير كلمة السر
identity-password-ends = ينتهي كل دخول آخر إلى حسابك.
identity-forgotten = نسيت كلمة السر
identity-forgotten-lead = اكتب عنوان بريدك الإلكتروني أو رقم هاتفك. سنرسل إليك رابطا تختار به كلمة سر جديدة.
identity-send-link = إرسال رابط
identity-name = الاسم الكامل
identity-privacy = بياناتك الشخصية محفوظة مشفرة. ترى في حسابك من اطلع عليها.
identity-sent = اطلع على رسائلك
identity-sent-lead = أرسلنا رابطا صالحا لساعة واحدة.
identity-sent-note = لم يصلك شيء؟ تحقق من العنوان ومن البريد غير المرغوب فيه، ثم حاول مرة أخرى. لا نقول هنا من لديه حساب.
identity-choose = اختر كلمة سر
identity-choose-lead = بها تدخل إلى حسابك من الآن فصاعدا.
identity-save = حفظ
identity-link-void = لم يعد هذا الرابط صالحا
identity-link-void-lead = يصلح الرابط مرة واحدة ولوقت قصير. اطلب رابطا آخر.
identity-actors = جرب هذا العرض
identity-actors-more = ادخل بواحد من هذه الحسابات. كلمة السر للجميع:
identity-messages = رسائل العرض
identity-messages-lead = ما كان سيرسل بالبريد أو برسالة قصيرة، أحدثه أولا.
identity-messages-none = لا رسائل بعد. قد تستغرق الرسالة بضع ثوان.

# One's own account.
identity-account = حساب
identity-mandates = المهام
identity-mandates-none = لا مهام بعد: يسندها من يدير الموقع.
identity-mandate-over = لا تسري اليوم
identity-since = منذ
identity-until = إلى غاية
identity-seen = آخر استعمال:
identity-sessions = الأجهزة المتصلة
identity-here = هذا الجهاز
identity-end = إنهاء
identity-tokens = رموز للبرامج
identity-tokens-lead = بالرمز يدخل برنامج باسمك ولا يفعل إلا ما تسمح به.
identity-token-new = رمز جديد
identity-token-name = لماذا هو
identity-token-days = صالح لعدد من الأيام (366 على الأكثر)
identity-token-scopes = ما يسمح به
identity-token-make = إنشاء الرمز
identity-token-made = هذا رمزك
identity-token-once = احفظه الآن: لن يظهر مرة أخرى.
identity-scope-reading = القراءة
identity-scope-changing = التغيير
identity-erase = محو حسابي
identity-erase-lead = يُتلَف نهائيا اسمكم وعنوانكم وكل ما تلجون به، ولا يلج أحد بهذا الحساب بعد ذلك. ويبقى ما قمتم به تحت رقم لا يدل على أحد، ويبقى لدى التعاونية ما يجب عليها الاحتفاظ به عن أعضائها.
identity-erase-sure = نعم، امحوه. لا رجوع في ذلك.

# All accounts.
identity-accounts = الحسابات
identity-accounts-none = لا حساب بهذا العنوان.
identity-find = بحث
identity-more = المزيد
identity-invite = دعوة شخص
identity-invited = لم يختر كلمة سر بعد
identity-closed = مغلق
identity-end-sessions = إنهاء اتصال كل الأجهزة
identity-close = إغلاق الحساب
identity-reopen = إعادة فتح الحساب
identity-erased = شخص حذفت بياناته
identity-read-note = يسجل أنك اطلعت على هذه الأسماء، ويرى ذلك أصحابها.
identity-mandate-new = إسناد مهمة
identity-mandate-give = إسناد
identity-role = المهمة
identity-of = على ماذا (رمز المندوبية أو رقم التعاونية)
identity-of-note = اتركه فارغا لمهمة تشمل كل شيء.
identity-first-day = أول يوم
identity-last-day = آخر يوم، إن عرف
identity-role-administrator = مدير الموقع
identity-role-auditor = مدقق
identity-role-headquarters = الإدارة المركزية
identity-role-none = حساب بلا مهمة

# The audit log.
identity-audit = سجل التدقيق
identity-audit-lead = ما حدث حول الحسابات والبيانات الشخصية، أحدثه أولا.
identity-own-log = من اطلع على بياناتي
identity-reminders = التذكيرات
identity-own-log-lead = كل ما حدث لحسابك وكل اطلاع على بياناتك، أحدثه أولا.
identity-log-none = لا شيء بعد.
identity-by = من
identity-me = أنت
identity-about = عن من
identity-event = ماذا
identity-event-any = الكل
identity-event-signed-in = دخول
identity-event-sign-in-failed = محاولة دخول فاشلة
identity-event-signed-out = خروج
identity-event-session-ended = إنهاء دخول من جهاز آخر
identity-event-account-opened = فتح حساب
identity-event-account-closed = إغلاق حساب
identity-event-account-reopened = إعادة فتح حساب
identity-event-link-sent = إرسال رابط
identity-event-password-chosen = اختيار كلمة سر
identity-event-mandate-given = إسناد مهمة
identity-event-mandate-ended = إنهاء مهمة
identity-event-token-made = إنشاء رمز
identity-event-token-ended = إنهاء رمز
identity-event-read = اطلاع على بيانات شخصية
identity-event-erased = حذف بيانات شخص
identity-event-denied = رفض

# What is wrong in a form.
identity-wrong-sign-in = كلمة السر أو العنوان غير صحيح.
identity-wrong-name = اكتب اسما من حرف إلى 300 حرف.
identity-wrong-email = هذا ليس عنوان بريد إلكتروني مثل nom@example.ma.
identity-wrong-phone = هذا ليس رقم هاتف مثل 0612345678 أو ‎+33612345678.
identity-wrong-short = كلمة السر أقصر من ثمانية أحرف.
identity-wrong-long = كلمة السر أطول من 128 حرفا.
identity-wrong-guessed = هذه كلمة سر يسهل تخمينها: شائعة أو متكررة أو من اسمك أو عنوانك. اختر جملة قصيرة.
identity-wrong-before = كلمة السر الحالية غير صحيحة.
identity-wrong-days = اكتب عددا من 1 إلى 366.
identity-wrong-scope = اختر ما يسمح به الرمز.
identity-wrong-role = اختر مهمة من القائمة.
identity-wrong-place = لا مكان بهذا الرمز لهذه المهمة.
identity-wrong-subject = لا تعاونية بهذا الرقم.
identity-wrong-day = اكتب يوما مثل 2026-12-31.
identity-wrong-until = اكتب يوما بعد اليوم الأول، أو اتركه فارغا.
identity-wrong-filter = اترك هذا المرشح أو خذه من صفحة.

# What people are written.
identity-letter-welcome-subject = حسابك في تويزة
identity-letter-welcome = طلبت حسابا. اتبع هذا الرابط لتختار كلمة سر:
identity-letter-known-subject = لديك حساب في تويزة
identity-letter-known = طلبت حسابا، ولديك حساب من قبل. ادخل بكلمة السر، أو اختر أخرى بهذا الرابط:
identity-letter-invited-subject = دعوة إلى تويزة
identity-letter-invited = فتح لك حساب. اتبع هذا الرابط لتختار كلمة سر، وهو صالح سبعة أيام:
identity-letter-forgotten-subject = كلمة سر جديدة
identity-letter-forgotten = اتبع هذا الرابط لتختار كلمة سر جديدة:
identity-letter-end = إن لم تطلب هذا فلا تفعل شيئا: لم يتغير شيء.

# The second factor.
identity-second = رمز من هاتفك
identity-second-lead = افتح تطبيق الرموز في هاتفك واكتب الأرقام الستة.
identity-second-code = الرمز
identity-second-recovery = فقدت هاتفك؟ اكتب أحد رموز الاسترجاع.
identity-second-go = متابعة
identity-second-factor = حماية ثانية بهاتفك
identity-second-off = لمزيد من الأمان، يطلب منك رمز من هاتفك عند كل دخول.
identity-second-on = يطلب منك رمز من هاتفك عند كل دخول.
identity-second-waits = ما تسمح به مهمتك يفتح لك حين تدخل بحماية ثانية: رمز من هاتفك أو مفتاح مرور.
identity-second-there = لديك حماية ثانية من قبل. ادخل بها من جديد.
identity-second-begin = إعداد
identity-second-end = إيقاف
identity-second-setup-lead = صور هذا الرمز بتطبيق للرموز، ثم اكتب الأرقام الستة التي يظهرها.
identity-second-picture = صورة يقرؤها التطبيق
identity-second-typed = أو اكتب في التطبيق:
identity-second-done = رموز الاسترجاع
identity-second-done-lead = اكتبها على ورقة واحفظها: بكل رمز تدخل مرة واحدة إن فقدت هاتفك. لن تظهر مرة أخرى.
identity-event-factor-begun = تفعيل الحماية الثانية
identity-event-factor-ended = إيقاف الحماية الثانية
identity-wrong-code = الرمز غير صحيح أو استعمل من قبل. انتظر الرمز التالي.

# Passkeys.
identity-passkeys = مفاتيح المرور
identity-passkeys-lead = بمفتاح المرور تدخل ببصمتك أو وجهك أو بالرقم الذي تفتح به هاتفك أو حاسوبك. لا كلمة سر تسرق، ولا رمز يطلب.
identity-passkeys-count = { PLURAL($n) ->
    [zero] ليس لديك مفتاح مرور.
    [one] لديك مفتاح مرور واحد.
    [two] لديك مفتاحا مرور.
    [few] لديك { $n } مفاتيح مرور.
    [many] لديك { $n } مفتاح مرور.
   *[other] لديك { $n } مفتاح مرور.
}
identity-passkeys-keep = إضافة مفاتيح المرور أو حذفها
identity-passkeys-none = ليس لديك مفتاح مرور بعد.
identity-passkeys-nowhere = عنوان هذا الموقع رقم لا اسم، فلا يرتبط به أي مفتاح مرور.
identity-passkey-unused = لم يستعمل بعد
identity-passkey-end = حذف
identity-passkey-end-note = عند حذف مفتاح مرور ينتهي كل دخول آخر إلى حسابك.
identity-passkey-new = مفتاح مرور جديد
identity-passkey-name = اسم الجهاز
identity-passkey-name-note = لتتعرف عليه في هذه القائمة: «هاتفي».
identity-passkey-instead = أو استعمل مفتاح مرور بدل كلمة السر
identity-passkey-add = إضافة مفتاح مرور
identity-passkey-no-script = لا يستطيع متصفحك إنشاء مفتاح مرور هنا، أو أنه لا يشغل البرامج النصية. كل ما عدا ذلك يعمل بدونها.
identity-passkey-not-made = لم يضف أي مفتاح مرور. حاول مرة أخرى.
identity-passkey-show = استعمال مفتاح مرور
identity-passkey-not-shown = لم يقرأ مفتاح المرور. حاول مرة أخرى، أو استعمل كلمة السر.
identity-passkey-sign-in = الدخول بمفتاح مرور
identity-proof = أثبت أولا أنك صاحب الحساب
identity-proof-lead = لتغيير ما يسمح بالدخول يطلب منك إثبات هويتك كل عشر دقائق.
identity-wrong-proof = كلمة السر أو الرمز غير صحيح.
identity-wrong-passkey = لا يفتح مفتاح المرور هذا أي حساب، أو انتهت المهلة. حاول مرة أخرى، أو استعمل كلمة السر.
identity-wrong-new-passkey = لم يضف مفتاح المرور: انتهت المهلة، أو في الجهاز مفتاح من قبل، أو لا يستطيع حفظه. حاول مرة أخرى.
identity-event-passkey-added = إضافة مفتاح مرور
identity-event-passkey-ended = حذف مفتاح مرور
identity-notice-subject = تغيير في حسابك في تويزة
identity-notice = إن لم تكن أنت من فعل ذلك، فادخل واحذف ما لا تعرفه واختر كلمة سر جديدة:
identity-notice-passkey-added = أضيف مفتاح مرور إلى حسابك.
identity-notice-passkey-ended = حذف مفتاح مرور من حسابك.
identity-notice-factor-begun = من الآن فصاعدا يطلب منك رمز من هاتفك عند كل دخول.
identity-notice-factor-ended = لم يعد يطلب منك رمز من هاتفك عند الدخول.
