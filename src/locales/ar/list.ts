import type { ListStrings } from '../list-strings.js'
import { pluralForms } from '../plural-forms.js'

const plural = pluralForms('ar-u-nu-latn')
const { format: number } = new Intl.NumberFormat('ar-u-nu-latn')

/** What a page with the list says in Arabic. Digits are those that keys are written in. */
export const list: ListStrings = {
  locale: 'ar',
  dir: 'rtl',
  title: 'مفاتيح API',
  description: 'تُستخدم لمصادقة الطلبات الصادرة من خوادمك. تعامل معها كما تتعامل مع كلمات المرور.',
  createKey: 'إنشاء مفتاح',
  close: 'إغلاق',
  cancel: 'إلغاء',
  search: {
    label: 'البحث في المفاتيح',
    placeholder: 'ابحث بالاسم أو الصق مفتاحًا',
    clear: 'مسح البحث',
  },
  columns: {
    name: 'الاسم',
    key: 'المفتاح',
    scopes: 'الأذونات',
    status: 'الحالة',
    lastUsed: 'آخر استخدام',
    expires: 'الانتهاء',
    usage: '30 يومًا',
    actions: 'الإجراءات',
  },
  key: {
    ending: ' … ينتهي بـ ',
    created: (creator, date) => (creator === null ? `أُنشئ في ${date}` : `${creator} · ${date}`),
    replacedBy: 'حلّ محله {name}',
    replaces: 'حلّ محل {name}',
    managedBy: 'يديره {name}',
    fresh: 'جديد',
    old: '(القديم)',
  },
  status: {
    active: 'نشط',
    expiring: (when) => `ينتهي ${when}`,
    rotating: (time) => `قيد التدوير · المتبقي ${time}`,
    disabled: 'معطّل',
    expired: 'منتهي الصلاحية',
    revoked: 'مُبطَل',
    unused: 'لم يُستخدم قط',
  },
  lastUsed: { never: 'لم يُستخدم', justNow: 'الآن', label: 'استُخدم' },
  expires: { never: 'بلا انتهاء', label: 'ينتهي' },
  pending: {
    update: 'جارٍ الحفظ…',
    rotate: 'جارٍ التدوير…',
    disable: 'جارٍ التعطيل…',
    enable: 'جارٍ التفعيل…',
    revoke: 'جارٍ الإبطال…',
  },
  menu: {
    label: (name) => `إجراءات ${name}`,
    rename: 'إعادة التسمية…',
    rotate: 'تدوير…',
    edit: 'تعديل…',
    details: 'التفاصيل…',
    extend: 'تمديد فترة الانتقال…',
    revokeOld: 'إبطال المفتاح القديم الآن…',
    replace: 'إنشاء بديل…',
    disable: 'تعطيل',
    enable: 'تفعيل',
    copyId: 'نسخ معرّف المفتاح',
    revoke: 'إبطال…',
  },
  summary: {
    keys: (count) =>
      plural(count, {
        zero: 'لا مفاتيح',
        one: 'مفتاح واحد',
        two: 'مفتاحان',
        few: '# مفاتيح',
        many: '# مفتاحًا',
        other: '# مفتاح',
      }),
    expiringSoon: (count) =>
      plural(count, {
        zero: 'لا شيء تنتهي صلاحيته هذا الأسبوع',
        one: 'واحد تنتهي صلاحيته هذا الأسبوع',
        two: 'اثنان تنتهي صلاحيتهما هذا الأسبوع',
        few: '# تنتهي صلاحيتها هذا الأسبوع',
        many: '# تنتهي صلاحيتها هذا الأسبوع',
        other: '# تنتهي صلاحيتها هذا الأسبوع',
      }),
    unused: (count) =>
      plural(count, {
        zero: 'لا شيء غير مستخدم',
        one: 'واحد لم يُستخدم قط',
        two: 'اثنان لم يُستخدما قط',
        few: '# لم تُستخدم قط',
        many: '# لم تُستخدم قط',
        other: '# لم تُستخدم قط',
      }),
    hidden: (count) =>
      plural(count, {
        zero: 'لا مفاتيح قديمة مُبطَلة مخفية',
        one: 'أُخفي مفتاح قديم مُبطَل واحد',
        two: 'أُخفي مفتاحان قديمان مُبطَلان',
        few: 'أُخفيت # مفاتيح قديمة مُبطَلة',
        many: 'أُخفي # مفتاحًا قديمًا مُبطَلًا',
        other: 'أُخفي # مفتاح قديم مُبطَل',
      }),
    showHidden: 'إظهار',
  },
  pager: {
    label: 'صفحات مفاتيح API',
    range: (first, last, total) => `${number(first)}–${number(last)} من ${number(total)}`,
    previous: 'السابق',
    next: 'التالي',
    pageSize: 'عدد المفاتيح في الصفحة',
  },
  filter: {
    label: 'التصفية حسب الحالة',
    all: 'الكل',
    status: (chosen) => `الحالة: ${chosen}`,
    several: (count) =>
      plural(count, {
        zero: 'لا شيء محدد',
        one: 'حالة واحدة محددة',
        two: 'حالتان محددتان',
        few: '# حالات محددة',
        many: '# حالة محددة',
        other: '# حالة محددة',
      }),
    expiring: 'تنتهي صلاحيته قريبًا',
    rotating: 'قيد التدوير',
    stale: 'غير مستخدم منذ مدة',
  },
  sort: {
    label: 'ترتيب المفاتيح',
    by: {
      createdAt: 'تاريخ الإنشاء',
      name: 'الاسم',
      lastUsedAt: 'آخر استخدام',
      expiresAt: 'انتهاء الصلاحية',
    },
    direction: {
      createdAt: { asc: 'الأقدم أولًا', desc: 'الأحدث أولًا' },
      name: { asc: 'تصاعديًا', desc: 'تنازليًا' },
      lastUsedAt: { asc: 'الأقدم استخدامًا أولًا', desc: 'الأحدث استخدامًا أولًا' },
      expiresAt: { asc: 'الأقرب انتهاءً أولًا', desc: 'الأبعد انتهاءً أولًا' },
    },
    current: (by, direction) => `الترتيب حسب ${by}، ${direction}`,
  },
  selection: {
    all: 'تحديد كل المفاتيح في هذه الصفحة',
    allShort: 'تحديد الكل',
    key: (name) => `تحديد ${name}`,
    count: (count) =>
      plural(count, {
        zero: 'لا مفاتيح محددة',
        one: 'مفتاح واحد محدد',
        two: 'مفتاحان محددان',
        few: '# مفاتيح محددة',
        many: '# مفتاحًا محددًا',
        other: '# مفتاح محدد',
      }),
    clear: 'إلغاء التحديد',
  },
  bulkBar: {
    label: 'المفاتيح المحددة',
    action: { revoke: 'إبطال…', disable: 'تعطيل…', enable: 'تفعيل' },
  },
  usage: {
    sentence: (allowed, denied, days) => {
      const requests = plural(allowed + denied, {
        zero: 'لا طلبات',
        one: 'طلب واحد',
        two: 'طلبان',
        few: '# طلبات',
        many: '# طلبًا',
        other: '# طلب',
      })
      return denied > 0
        ? `${requests} خلال ${inDays(days)} (المرفوض منها ${number(denied)})`
        : `${requests} خلال ${inDays(days)}`
    },
    none: (days) => `لا طلبات خلال ${inDays(days)}`,
    unavailable: 'تعذّر تحميل الاستخدام',
  },
  scopes: {
    none: 'لا شيء',
    more: (count) => `+${number(count)}`,
    all: (names) => `الأذونات: ${names}`,
  },
  identify: {
    asking: 'جارٍ البحث عن هذا المفتاح…',
    found: 'عُثر عليه: {name}',
    notFound: 'ليس أحد مفاتيحك',
    notAsked: 'ليس بين المفاتيح في هذه الصفحة',
    cut: 'المفتاح غير مكتمل: تنقصه أحرف',
    mistyped: 'يبدو مفتاحًا، لكن فيه خطأ كتابة أو جزء مقطوع',
    failed: 'تعذّر البحث عن هذا المفتاح',
    notSent: 'لم يُرسل إلى الخادم',
  },
  hygiene: {
    title: (count, days) =>
      plural(count, {
        zero: `لا مفاتيح غير مستخدمة منذ ${inDays(days)}`,
        one: `مفتاح واحد غير مستخدم منذ ${inDays(days)}`,
        two: `مفتاحان غير مستخدمين منذ ${inDays(days)}`,
        few: `# مفاتيح غير مستخدمة منذ ${inDays(days)}`,
        many: `# مفتاحًا غير مستخدم منذ ${inDays(days)}`,
        other: `# مفتاح غير مستخدم منذ ${inDays(days)}`,
      }),
    review: 'مراجعة',
    dismiss: 'ليس الآن',
  },
  loading: { label: 'جارٍ تحميل مفاتيح API', slow: 'ما زال التحميل جاريًا…', dialog: 'جارٍ التحميل…' },
  refreshing: 'جارٍ التحديث',
  empty: {
    title: 'لا مفاتيح API بعد',
    description: 'أنشئ مفتاحًا لاستدعاء واجهة API من خادمك.',
    action: 'إنشاء مفتاحك الأول',
    notAllowed: 'يمكنك الاطلاع على المفاتيح هنا دون إنشائها. تواصل مع أحد المسؤولين.',
  },
  filteredEmpty: {
    title: 'لا مفاتيح تطابق «{search}»',
    description: 'ابحث عن جزء آخر من الاسم.',
    byStatus: {
      title: 'لا مفاتيح بهذه الحالة',
      description: 'اختر حالة أخرى أو اعرضها كلها.',
      clear: 'عرض الكل',
    },
  },
  error: {
    title: 'تعذّر تحميل المفاتيح',
    retry: 'إعادة المحاولة',
    requestId: 'الطلب {id}',
    staleData: (time) => `المفاتيح المعروضة هي كما كانت يوم ${time}.`,
    rateLimited: (seconds) =>
      plural(seconds, {
        zero: 'الطلبات كثيرة جدًا. أعد المحاولة الآن.',
        one: 'الطلبات كثيرة جدًا. أعد المحاولة بعد ثانية واحدة.',
        two: 'الطلبات كثيرة جدًا. أعد المحاولة بعد ثانيتين.',
        few: 'الطلبات كثيرة جدًا. أعد المحاولة بعد # ثوانٍ.',
        many: 'الطلبات كثيرة جدًا. أعد المحاولة بعد # ثانية.',
        other: 'الطلبات كثيرة جدًا. أعد المحاولة بعد # ثانية.',
      }),
    secretNotLoaded:
      'مفتاحك الجديد جاهز، لكن تعذّر عرضه. أعد المحاولة. إعادة تحميل الصفحة ستؤدي إلى فقدان المفتاح.',
    reading: {
      unreachable: 'تعذّر الوصول إلى الخادم.',
      timeout: 'لم يردّ الخادم في الوقت المناسب.',
      not_found: 'لا توجد خدمة مفاتيح في هذا العنوان. على من أعدّ هذه الصفحة التحقق من baseUrl.',
    },
    byCode: {
      name_taken: 'هذا الاسم مستخدم لمفتاح آخر. اختر اسمًا مختلفًا.',
      key_limit_reached: 'بلغت الحد الأقصى لعدد المفاتيح. أبطل أحدها لإنشاء مفتاح آخر.',
      key_not_rotatable:
        'لا يمكن تدوير إلا مفتاح يعمل ولم يُستبدل بعد. إذا كان قد حلّ محل مفتاح آخر، فأنهِ فترة الانتقال تلك أولًا.',
      key_not_updatable: 'لم يعد من الممكن تغيير هذا المفتاح.',
      key_revoked: 'أبطل شخص آخر هذا المفتاح في هذه الأثناء. لم يتغير أي شيء.',
      version_conflict: 'غيّر شخص آخر هذا المفتاح في هذه الأثناء. راجعه ثم أعد تغييرك.',
      not_found: 'لم يعد هذا المفتاح موجودًا.',
      unauthenticated: 'انتهت جلستك. سجّل الدخول من جديد.',
      reauthentication_required: 'يتطلب هذا الإجراء تسجيل الدخول من جديد أولًا.',
      forbidden: 'لا يُسمح لك بهذا الإجراء.',
      rate_limited: 'الطلبات كثيرة جدًا. أعد المحاولة بعد قليل.',
      store_unavailable: 'الخدمة غير متاحة مؤقتًا. أعد المحاولة.',
      validation_failed: 'لم يُقبل بعض ما أدخلته. راجعه وأعد المحاولة.',
      idempotency_conflict: 'ما زالت المحاولة الأولى جارية. أعد المحاولة بعد قليل.',
      not_loaded: 'تعذّر تحميل جزء من هذه الصفحة. لم يُرسل أي شيء. أعد تحميل الصفحة.',
      offline: 'أنت غير متصل بالإنترنت، لذا لم يُرسل أي شيء. أعد المحاولة عند عودة الاتصال.',
      unreachable: 'تعذّر الوصول إلى الخادم. راجع القائمة قبل إعادة المحاولة.',
      timeout: 'لم يردّ الخادم في الوقت المناسب. راجع القائمة قبل إعادة المحاولة.',
      unknown: 'حدث خطأ ما. أعد المحاولة.',
    },
  },
  offline: {
    title: 'أنت غير متصل بالإنترنت.',
    description: 'قد لا تكون المفاتيح أدناه محدّثة.',
    reason: 'غير متاح دون اتصال بالإنترنت.',
  },
  quota: (max) =>
    plural(max, {
      zero: 'لا يُسمح بأي مفاتيح.',
      one: 'لديك مفتاح واحد من أصل مفتاح واحد. أبطله لإنشاء مفتاح آخر.',
      two: 'لديك مفتاحان من أصل مفتاحين. أبطل أحدهما لإنشاء مفتاح آخر.',
      few: 'لديك # من أصل # مفاتيح. أبطل أحدها لإنشاء مفتاح آخر.',
      many: 'لديك # من أصل # مفتاحًا. أبطل أحدها لإنشاء مفتاح آخر.',
      other: 'لديك # من أصل # مفتاح. أبطل أحدها لإنشاء مفتاح آخر.',
    }),
  announce: {
    loaded: (count) =>
      plural(count, {
        zero: 'لا مفاتيح API',
        one: 'مفتاح API واحد',
        two: 'مفتاحا API',
        few: '# مفاتيح API',
        many: '# مفتاح API',
        other: '# مفتاح API',
      }),
    results: (count) =>
      plural(count, {
        zero: 'لا نتائج',
        one: 'نتيجة واحدة',
        two: 'نتيجتان',
        few: '# نتائج',
        many: '# نتيجة',
        other: '# نتيجة',
      }),
    created: (name) => `أُنشئ ${name}. انسخ المفتاح الآن.`,
    rotated: (name) => `تم تدوير ${name}. انسخ المفتاح الجديد الآن.`,
    revoked: (name) => `أُبطل ${name}.`,
    renamed: (name) => `أصبح الاسم ${name}.`,
    saved: (name) => `حُفظت التغييرات في ${name}.`,
    disabled: (name) => `عُطّل ${name}.`,
    enabled: (name) => `فُعّل ${name}.`,
    copied: 'تم النسخ',
    copyFailed: 'مُنع النسخ. المفتاح محدد.',
    failed: (name, reason) => `${name}: ${reason}`,
    idNotCopied: 'مُنع النسخ. انسخ معرّف المفتاح من التفاصيل.',
    overlapEnding: (name, time) => `يتوقف المفتاح القديم لـ ${name} عن العمل بعد ${time}.`,
    overlapEnded: (name) => `لم يعد المفتاح القديم لـ ${name} يعمل.`,
    offline: 'أنت غير متصل بالإنترنت.',
    online: 'عاد الاتصال بالإنترنت.',
  },
}

function inDays(count: number): string {
  return plural(count, {
    zero: 'أقل من يوم',
    one: 'يوم واحد',
    two: 'يومين',
    few: '# أيام',
    many: '# يومًا',
    other: '# يوم',
  })
}
