# Who runs the cooperative, by name.
roll-offices = من يسير التعاونية
roll-offices-now = المزاولون لمهامهم اليوم
roll-offices-none = لم يقيد أحد بصفته مزاولا لمهمة اليوم.
roll-offices-before = المهام المنتهية
roll-offices-differ = يقول السجل المركزي غير ذلك:
roll-offices-unknown = لا يعرف السجل المركزي من يسير هذه التعاونية.
roll-offices-here = وهنا:
roll-offices-ask = طلب تقييد ذلك في السجل المركزي أيضا
roll-appoint = تعيين شخص
roll-function-president = رئيس(ة)
roll-function-vice_president = نائب(ة) الرئيس
roll-function-manager = مسير(ة)
roll-function-director = مدير(ة)
roll-function-treasurer = أمين(ة) المال
roll-function-secretary = كاتب(ة)
roll-function-board_member = عضو مجلس الإدارة
roll-outsider = شخص من غير الأعضاء، لمهمة مدير
roll-office-since = منذ
roll-office-until = إلى غاية { $day }
roll-office-ends = { PLURAL($n) ->
    [zero] تنتهي اليوم
    [one] تنتهي بعد يوم واحد
    [two] تنتهي بعد يومين
    [few] تنتهي بعد { $n } أيام
    [many] تنتهي بعد { $n } يوما
   *[other] تنتهي بعد { $n } يوم
}
roll-office-term-over = انتهى الانتداب: لم يعد مزاولا لمهمته منذ { $day }
roll-office-ended = انتهت في { $day }
roll-office-left = غادر التعاونية في { $day }
roll-office-end = إنهاء هذه المهمة
roll-papers = الوثائق
roll-paper-appointed = التعيين
roll-paper-ended = الإنهاء
roll-warn-managers = عدد المسيرين { $number }، والمطلوب { $least } على الأكثر.
roll-warn-managers-members = يسير المسيرون تعاونية يقل عدد أعضائها عن { $least }، ولهذه { $number }: والمطلوب مجلس إدارة.
roll-warn-managers-turnover = يسير المسيرون تعاونية يقل رقم معاملاتها عن { $least }، والحسابات الأخيرة تقول { $number }: والمطلوب مجلس إدارة.
roll-warn-board-min = عدد أعضاء مجلس الإدارة { $number }، والمطلوب { $least } على الأقل.
roll-warn-board-max = عدد أعضاء مجلس الإدارة { $number }، والمطلوب { $least } على الأكثر.
roll-warn-board-multiple = عدد أعضاء مجلس الإدارة { $number }، والمطلوب أن يكون من مضاعفات { $least }.
roll-warn-term = لا يتجاوز الانتداب في مجلس الإدارة { $least }: سينتهي هذا الانتداب في { $until }.
roll-field-function = المهمة
roll-field-holder = من
roll-field-outsider = في حالة مدير من غير الأعضاء: الاسم الكامل
roll-field-outsider_number = في حالة مدير من غير الأعضاء: رقم البطاقة الوطنية
roll-field-until = آخر يوم من الانتداب
roll-field-until-note = يمكن تركه فارغا إن لم تحدد نهاية.
roll-wrong-function = اختاروا المهمة.
roll-wrong-holder = اختاروا عضوا؛ والمدير وحده قد يكون من غير الأعضاء.
roll-wrong-no-member = لم يكن هذا الشخص عضوا في هذا التاريخ.
roll-wrong-until = آخر يوم من الانتداب يأتي بعد أول يوم منه.
roll-wrong-president = للتعاونية رئيس في هذه المدة: أنهوا مهمته أولا.
roll-wrong-office-twice = يزاول هذا الشخص هذه المهمة في هذه المدة من قبل.
roll-wrong-outsider = هذا الشخص معروف هنا من قبل: اختاروه من اللائحة.
roll-wrong-before-office = لم تكن المهمة قد بدأت في هذا التاريخ.

# What was decided about who was excluded.
roll-excluded-ground = الإقصاء: السبب
roll-excluded-notice = الإقصاء: تاريخ التوصل بالإنذار
roll-excluded-reason = الإقصاء: التعليل
roll-wrong-no-exclusion = لا يذكر سبب أو إنذار أو تعليل إلا للإقصاء: اختاروه، أو اتركوها فارغة.
