import type { ListStrings } from '../list-strings.js'
import { pluralForms } from '../plural-forms.js'
import { onDate } from './on-date.js'

const plural = pluralForms('he')
const { format: number } = new Intl.NumberFormat('he')

/** What a page with the list says in Hebrew. */
export const list: ListStrings = {
  locale: 'he',
  dir: 'rtl',
  title: 'מפתחות API',
  description: 'משמשים לאימות הבקשות מהשרתים שלכם. יש לשמור עליהם כמו על סיסמאות.',
  createKey: 'יצירת מפתח',
  close: 'סגירה',
  cancel: 'ביטול',
  search: {
    label: 'חיפוש מפתחות',
    placeholder: 'חיפוש לפי שם או הדבקת מפתח',
    clear: 'ניקוי החיפוש',
  },
  columns: {
    name: 'שם',
    key: 'מפתח',
    scopes: 'הרשאות',
    status: 'סטטוס',
    lastUsed: 'שימוש אחרון',
    expires: 'תפוגה',
    usage: '30 ימים',
    actions: 'פעולות',
  },
  key: {
    ending: ' … מסתיים ב־',
    created: (creator, date) => (creator === null ? `נוצר ב־${date}` : `${creator} · ${date}`),
    replacedBy: 'הוחלף ב־{name}',
    replaces: 'מחליף את {name}',
    managedBy: 'מנוהל על ידי {name}',
    fresh: 'חדש',
    old: '(הישן)',
  },
  status: {
    active: 'פעיל',
    expiring: (when) => `יפוג ${when}`,
    rotating: (time) => `בהחלפה · עוד ${time}`,
    disabled: 'מושבת',
    expired: 'פג תוקף',
    revoked: 'נשלל',
    unused: 'לא היה בשימוש',
  },
  lastUsed: { never: 'אף פעם', justNow: 'הרגע', label: 'שימוש' },
  expires: { never: 'ללא תפוגה', label: 'תפוגה' },
  pending: {
    update: 'בשמירה…',
    rotate: 'בהחלפה…',
    disable: 'בהשבתה…',
    enable: 'בהפעלה…',
    revoke: 'בתהליך שלילה…',
  },
  menu: {
    label: (name) => `פעולות עבור ${name}`,
    rename: 'שינוי שם…',
    rotate: 'החלפה…',
    edit: 'עריכה…',
    details: 'פרטים…',
    extend: 'הארכת תקופת המעבר…',
    revokeOld: 'שלילת המפתח הישן עכשיו…',
    replace: 'יצירת מפתח חלופי…',
    disable: 'השבתה',
    enable: 'הפעלה',
    copyId: 'העתקת מזהה המפתח',
    revoke: 'שלילת המפתח…',
  },
  summary: {
    keys: (count) => plural(count, { one: 'מפתח אחד', two: 'שני מפתחות', other: '# מפתחות' }),
    expiringSoon: (count) =>
      plural(count, { one: 'אחד יפוג השבוע', two: 'שניים יפוגו השבוע', other: '# יפוגו השבוע' }),
    unused: (count) =>
      plural(count, { one: 'אחד לא היה בשימוש', two: 'שניים לא היו בשימוש', other: '# לא היו בשימוש' }),
    hidden: (count) =>
      plural(count, {
        one: 'מפתח ישן אחד שנשלל מוסתר',
        two: 'שני מפתחות ישנים שנשללו מוסתרים',
        other: '# מפתחות ישנים שנשללו מוסתרים',
      }),
    showHidden: 'הצגה',
  },
  pager: {
    label: 'דפי מפתחות API',
    range: (first, last, total) => `${number(first)}–${number(last)} מתוך ${number(total)}`,
    previous: 'הקודם',
    next: 'הבא',
    pageSize: 'מפתחות בדף',
  },
  filter: {
    label: 'סינון לפי סטטוס',
    all: 'הכול',
    status: (chosen) => `סטטוס: ${chosen}`,
    several: (count) => plural(count, { one: 'אחד נבחר', two: 'שניים נבחרו', other: '# נבחרו' }),
    expiring: 'יפוג בקרוב',
    rotating: 'בהחלפה',
    stale: 'לא בשימוש לאחרונה',
  },
  sort: {
    label: 'מיון מפתחות',
    by: { createdAt: 'יצירה', name: 'שם', lastUsedAt: 'שימוש אחרון', expiresAt: 'תפוגה' },
    direction: {
      createdAt: { asc: 'הישנים תחילה', desc: 'החדשים תחילה' },
      name: { asc: 'סדר עולה', desc: 'סדר יורד' },
      lastUsedAt: { asc: 'השימוש המוקדם תחילה', desc: 'השימוש העדכני תחילה' },
      expiresAt: { asc: 'התפוגה הקרובה תחילה', desc: 'התפוגה הרחוקה תחילה' },
    },
    current: (by, direction) => `מיון לפי ${by}, ${direction}`,
  },
  selection: {
    all: 'בחירת כל המפתחות בדף הזה',
    allShort: 'בחירת הכול',
    key: (name) => `בחירת ${name}`,
    count: (count) =>
      plural(count, { one: 'מפתח אחד נבחר', two: 'שני מפתחות נבחרו', other: '# מפתחות נבחרו' }),
    clear: 'ניקוי הבחירה',
  },
  bulkBar: {
    label: 'המפתחות שנבחרו',
    action: { revoke: 'שלילת המפתחות…', disable: 'השבתה…', enable: 'הפעלה' },
  },
  usage: {
    sentence: (allowed, denied, days) => {
      const requests = plural(allowed + denied, { one: 'בקשה אחת', two: 'שתי בקשות', other: '# בקשות' })
      const span = plural(days, { one: 'ביום אחד', two: 'ביומיים', other: 'ב־# ימים' })
      return denied > 0 ? `${requests} ${span} (מתוכן נדחו ${number(denied)})` : `${requests} ${span}`
    },
    none: (days) =>
      plural(days, { one: 'אין בקשות ביום אחד', two: 'אין בקשות ביומיים', other: 'אין בקשות ב־# ימים' }),
    unavailable: 'לא ניתן לטעון את נתוני השימוש',
  },
  scopes: {
    none: 'אין',
    more: (count) => `+${number(count)}`,
    all: (names) => `הרשאות: ${names}`,
  },
  identify: {
    asking: 'מחפשים את המפתח…',
    found: 'נמצא: {name}',
    notFound: 'לא אחד מהמפתחות שלכם',
    notAsked: 'לא נמצא בין המפתחות בדף הזה',
    cut: 'המפתח אינו שלם: חסרים תווים',
    mistyped: 'נראה כמו מפתח, אבל יש בו שגיאה או שהוא נחתך',
    failed: 'לא ניתן לחפש את המפתח',
    notSent: 'לא נשלח לשרת',
  },
  hygiene: {
    title: (count, days) => {
      const span = plural(days, { one: 'יום אחד', two: 'יומיים', other: '# ימים' })
      return plural(count, {
        one: `מפתח אחד לא היה בשימוש במשך ${span}`,
        two: `שני מפתחות לא היו בשימוש במשך ${span}`,
        other: `# מפתחות לא היו בשימוש במשך ${span}`,
      })
    },
    review: 'בדיקה',
    dismiss: 'לא עכשיו',
  },
  loading: { label: 'מפתחות ה־API נטענים', slow: 'עדיין בטעינה…', dialog: 'בטעינה…' },
  refreshing: 'מתעדכן',
  empty: {
    title: 'אין עדיין מפתחות API',
    description: 'צרו מפתח כדי לקרוא ל־API מהשרת שלכם.',
    action: 'יצירת המפתח הראשון',
    notAllowed: 'אפשר לראות כאן מפתחות, אבל לא ליצור אותם. פנו למנהל המערכת.',
  },
  filteredEmpty: {
    title: 'אין מפתחות שתואמים ל״{search}״',
    description: 'חפשו חלק אחר של השם.',
    byStatus: {
      title: 'אין מפתחות בסטטוס הזה',
      description: 'בחרו סטטוס אחר או הציגו את כולם.',
      clear: 'הצגת הכול',
    },
  },
  error: {
    title: 'לא ניתן לטעון את המפתחות',
    retry: 'ניסיון נוסף',
    requestId: 'בקשה {id}',
    staleData: (time) => `המפתחות מוצגים כפי שהיו ${onDate(time)}.`,
    rateLimited: (seconds) =>
      plural(seconds, {
        one: 'יותר מדי בקשות. נסו שוב בעוד שנייה אחת.',
        two: 'יותר מדי בקשות. נסו שוב בעוד שתי שניות.',
        other: 'יותר מדי בקשות. נסו שוב בעוד # שניות.',
      }),
    secretNotLoaded:
      'המפתח החדש מוכן, אך לא ניתן היה להציג אותו. נסו שוב. טעינת הדף מחדש תגרום לאובדן המפתח.',
    reading: {
      unreachable: 'לא ניתן להגיע לשרת.',
      timeout: 'השרת לא השיב בזמן.',
      not_found: 'אין שירות מפתחות בכתובת זו. על מי שהגדיר את הדף לבדוק את baseUrl.',
    },
    byCode: {
      name_taken: 'למפתח אחר יש כבר את השם הזה. בחרו שם אחר.',
      key_limit_reached: 'הגעתם למספר המפתחות המרבי. שללו אחד מהם כדי ליצור מפתח נוסף.',
      key_not_rotatable:
        'אפשר להחליף רק מפתח פעיל שעדיין לא הוחלף. אם הוא החליף מפתח אחר, סיימו קודם את תקופת המעבר.',
      key_not_updatable: 'כבר לא ניתן לשנות את המפתח הזה.',
      key_revoked: 'מישהו אחר ביטל את המפתח הזה בינתיים. דבר לא השתנה.',
      version_conflict: 'מישהו שינה את המפתח בינתיים. בדקו אותו שוב ואז חזרו על השינוי.',
      not_found: 'המפתח הזה כבר לא קיים.',
      unauthenticated: 'פג תוקף החיבור שלכם. התחברו שוב.',
      reauthentication_required: 'כדי לעשות זאת יש להתחבר שוב קודם.',
      forbidden: 'אין לכם הרשאה לפעולה הזו.',
      rate_limited: 'יותר מדי בקשות. נסו שוב בעוד רגע.',
      store_unavailable: 'השירות אינו זמין כרגע. נסו שוב.',
      validation_failed: 'חלק ממה שהזנתם לא התקבל. בדקו אותו ונסו שוב.',
      idempotency_conflict: 'הניסיון הראשון עדיין מתבצע. נסו שוב בעוד רגע.',
      not_loaded: 'לא ניתן היה לטעון חלק מהדף. דבר לא נשלח. טענו את הדף מחדש.',
      offline: 'אין חיבור לאינטרנט, ולכן דבר לא נשלח. נסו שוב כשהחיבור יחזור.',
      unreachable: 'לא ניתן להגיע לשרת. בדקו את הרשימה לפני ניסיון נוסף.',
      timeout: 'השרת לא השיב בזמן. בדקו את הרשימה לפני ניסיון נוסף.',
      unknown: 'משהו השתבש. נסו שוב.',
    },
  },
  offline: {
    title: 'אין חיבור לאינטרנט.',
    description: 'ייתכן שהמפתחות שלמטה אינם עדכניים.',
    reason: 'לא זמין ללא חיבור לאינטרנט.',
  },
  quota: (max) =>
    plural(max, {
      one: 'יש לכם מפתח אחד מתוך אחד. שללו אותו כדי ליצור מפתח אחר.',
      two: 'יש לכם שני מפתחות מתוך שניים. שללו אחד כדי ליצור מפתח אחר.',
      other: 'יש לכם # מתוך # מפתחות. שללו אחד כדי ליצור מפתח אחר.',
    }),
  announce: {
    loaded: (count) => plural(count, { one: 'מפתח API אחד', two: 'שני מפתחות API', other: '# מפתחות API' }),
    results: (count) => plural(count, { one: 'תוצאה אחת', two: 'שתי תוצאות', other: '# תוצאות' }),
    created: (name) => `${name} נוצר. העתיקו את המפתח עכשיו.`,
    rotated: (name) => `${name} הוחלף. העתיקו את המפתח החדש עכשיו.`,
    revoked: (name) => `${name} נשלל.`,
    renamed: (name) => `השם שונה ל־${name}.`,
    saved: (name) => `השינויים ב־${name} נשמרו.`,
    disabled: (name) => `${name} הושבת.`,
    enabled: (name) => `${name} הופעל.`,
    copied: 'הועתק',
    copyFailed: 'ההעתקה נחסמה. המפתח מסומן.',
    failed: (name, reason) => `${name}: ${reason}`,
    idNotCopied: 'ההעתקה נחסמה. העתיקו את מזהה המפתח מהפרטים.',
    overlapEnding: (name, time) => `המפתח הישן של ${name} יפסיק לפעול בעוד ${time}.`,
    overlapEnded: (name) => `המפתח הישן של ${name} כבר לא פועל.`,
    offline: 'אין חיבור לאינטרנט.',
    online: 'החיבור לאינטרנט חזר.',
  },
}
