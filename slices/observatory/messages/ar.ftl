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
