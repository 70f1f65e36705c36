import type { ListStrings } from '../list-strings.js'
import { pluralForms } from '../plural-forms.js'

const plural = pluralForms('de')
const { format: number } = new Intl.NumberFormat('de')

/** What a page with the list says in German. */
export const list: ListStrings = {
  locale: 'de',
  dir: 'ltr',
  title: 'API-Schlüssel',
  description: 'Damit authentifizieren sich Ihre Server. Behandeln Sie diese Schlüssel wie Passwörter.',
  createKey: 'Schlüssel erstellen',
  close: 'Schließen',
  cancel: 'Abbrechen',
  search: {
    label: 'Schlüssel suchen',
    placeholder: 'Suchen oder Schlüssel einfügen',
    clear: 'Suche löschen',
  },
  columns: {
    name: 'Name',
    key: 'Schlüssel',
    scopes: 'Berechtigungen',
    status: 'Status',
    lastUsed: 'Letzte Nutzung',
    expires: 'Läuft ab',
    usage: '30 Tage',
    actions: 'Aktionen',
  },
  key: {
    ending: ' … endet auf ',
    created: (creator, date) => (creator === null ? `Erstellt am ${date}` : `${creator} · ${date}`),
    replacedBy: 'Ersetzt durch {name}',
    replaces: 'Ersetzt {name}',
    managedBy: 'Verwaltet von {name}',
    fresh: 'Neu',
    old: '(alt)',
  },
  status: {
    active: 'Aktiv',
    expiring: (when) => `Läuft ${when} ab`,
    rotating: (time) => `Rotation · noch ${time}`,
    disabled: 'Deaktiviert',
    expired: 'Abgelaufen',
    revoked: 'Widerrufen',
    unused: 'Nie verwendet',
  },
  lastUsed: { never: 'Nie', justNow: 'Gerade eben', label: 'Genutzt' },
  expires: { never: 'Nie', label: 'Läuft ab' },
  pending: {
    update: 'Wird gespeichert…',
    rotate: 'Wird rotiert…',
    disable: 'Wird deaktiviert…',
    enable: 'Wird aktiviert…',
    revoke: 'Wird widerrufen…',
  },
  menu: {
    label: (name) => `Aktionen für ${name}`,
    rename: 'Umbenennen…',
    rotate: 'Rotieren…',
    edit: 'Bearbeiten…',
    details: 'Details…',
    extend: 'Übergangsfrist verlängern…',
    revokeOld: 'Alten Schlüssel jetzt widerrufen…',
    replace: 'Ersatz erstellen…',
    disable: 'Deaktivieren',
    enable: 'Aktivieren',
    copyId: 'Schlüssel-ID kopieren',
    revoke: 'Widerrufen…',
  },
  summary: {
    keys: (count) => plural(count, { other: '# Schlüssel' }),
    expiringSoon: (count) =>
      plural(count, { one: '# läuft diese Woche ab', other: '# laufen diese Woche ab' }),
    unused: (count) => plural(count, { other: '# nie verwendet' }),
    hidden: (count) =>
      plural(count, {
        one: '# älterer widerrufener Schlüssel ist ausgeblendet',
        other: '# ältere widerrufene Schlüssel sind ausgeblendet',
      }),
    showHidden: 'Anzeigen',
  },
  pager: {
    label: 'Seiten mit API-Schlüsseln',
    range: (first, last, total) => `${number(first)}–${number(last)} von ${number(total)}`,
    previous: 'Zurück',
    next: 'Weiter',
    pageSize: 'Schlüssel pro Seite',
  },
  filter: {
    label: 'Nach Status filtern',
    all: 'Alle',
    status: (chosen) => `Status: ${chosen}`,
    several: (count) => plural(count, { other: '# ausgewählt' }),
    expiring: 'Läuft bald ab',
    rotating: 'In Rotation',
    stale: 'Lange nicht verwendet',
  },
  sort: {
    label: 'Schlüssel sortieren',
    by: { createdAt: 'Erstellt', name: 'Name', lastUsedAt: 'Letzte Nutzung', expiresAt: 'Ablauf' },
    direction: {
      createdAt: { asc: 'Älteste zuerst', desc: 'Neueste zuerst' },
      name: { asc: 'A bis Z', desc: 'Z bis A' },
      lastUsedAt: { asc: 'Älteste Nutzung zuerst', desc: 'Neueste Nutzung zuerst' },
      expiresAt: { asc: 'Frühester Ablauf zuerst', desc: 'Spätester Ablauf zuerst' },
    },
    current: (by, direction) => `Sortiert nach ${by}, ${direction}`,
  },
  selection: {
    all: 'Alle Schlüssel auf dieser Seite auswählen',
    allShort: 'Alle auswählen',
    key: (name) => `${name} auswählen`,
    count: (count) => plural(count, { other: '# ausgewählt' }),
    clear: 'Auswahl aufheben',
  },
  bulkBar: {
    label: 'Ausgewählte Schlüssel',
    action: { revoke: 'Widerrufen…', disable: 'Deaktivieren…', enable: 'Aktivieren' },
  },
  usage: {
    sentence: (allowed, denied, days) => {
      const span = plural(days, { one: 'an # Tag', other: 'in # Tagen' })
      const refused = denied > 0 ? ` (${number(denied)} abgelehnt)` : ''
      return plural(allowed + denied, {
        one: `# Anfrage ${span}${refused}`,
        other: `# Anfragen ${span}${refused}`,
      })
    },
    none: (days) => plural(days, { one: 'Keine Anfragen an # Tag', other: 'Keine Anfragen in # Tagen' }),
    unavailable: 'Nutzung konnte nicht geladen werden',
  },
  scopes: {
    none: 'Keine',
    more: (count) => `+${number(count)}`,
    all: (names) => `Berechtigungen: ${names}`,
  },
  identify: {
    asking: 'Dieser Schlüssel wird gesucht…',
    found: 'Gefunden: {name}',
    notFound: 'Keiner Ihrer Schlüssel',
    notAsked: 'Nicht unter den Schlüsseln auf dieser Seite',
    cut: 'Unvollständiger Schlüssel: Es fehlen Zeichen',
    mistyped: 'Sieht aus wie ein Schlüssel, enthält aber einen Tippfehler oder wurde abgeschnitten',
    failed: 'Der Schlüssel konnte nicht gesucht werden',
    notSent: 'Nicht an den Server gesendet',
  },
  hygiene: {
    title: (count, days) => {
      const span = plural(days, { one: '# Tag', other: '# Tagen' })
      return plural(count, { other: `# Schlüssel seit ${span} nicht verwendet` })
    },
    review: 'Prüfen',
    dismiss: 'Nicht jetzt',
  },
  loading: { label: 'API-Schlüssel werden geladen', slow: 'Wird noch geladen…', dialog: 'Wird geladen…' },
  refreshing: 'Wird aktualisiert',
  empty: {
    title: 'Noch keine API-Schlüssel',
    description: 'Erstellen Sie einen Schlüssel, um die API von Ihrem Server aus aufzurufen.',
    action: 'Ersten Schlüssel erstellen',
    notAllowed:
      'Sie können Schlüssel hier ansehen, aber nicht erstellen. Wenden Sie sich an die Administration.',
  },
  filteredEmpty: {
    title: 'Keine Schlüssel für „{search}“',
    description: 'Suchen Sie nach einem anderen Teil des Namens.',
    byStatus: {
      title: 'Keine Schlüssel mit diesem Status',
      description: 'Wählen Sie einen anderen Status oder zeigen Sie alle an.',
      clear: 'Alle anzeigen',
    },
  },
  error: {
    title: 'Schlüssel konnten nicht geladen werden',
    retry: 'Erneut versuchen',
    requestId: 'Anfrage {id}',
    staleData: (time) => `Stand der Schlüssel: ${time}.`,
    rateLimited: (seconds) =>
      plural(seconds, {
        one: 'Zu viele Anfragen. Versuchen Sie es in # Sekunde erneut.',
        other: 'Zu viele Anfragen. Versuchen Sie es in # Sekunden erneut.',
      }),
    secretNotLoaded:
      'Ihr neuer Schlüssel ist bereit, konnte aber nicht angezeigt werden. Versuchen Sie es erneut. Wenn Sie die Seite neu laden, geht er verloren.',
    reading: {
      unreachable: 'Der Server ist nicht erreichbar.',
      timeout: 'Der Server hat zu lange nicht geantwortet.',
      not_found:
        'Unter dieser Adresse gibt es keinen Schlüsseldienst. Wer diese Seite eingerichtet hat, sollte baseUrl prüfen.',
    },
    byCode: {
      name_taken: 'Ein anderer Schlüssel hat bereits diesen Namen. Wählen Sie einen anderen.',
      key_limit_reached:
        'Sie haben die maximale Anzahl an Schlüsseln erreicht. Widerrufen Sie einen, um einen neuen zu erstellen.',
      key_not_rotatable:
        'Nur ein funktionierender Schlüssel, der noch nicht ersetzt wurde, kann rotiert werden. Hat er selbst einen anderen ersetzt, beenden Sie zuerst dessen Übergangsfrist.',
      key_not_updatable: 'Dieser Schlüssel kann nicht mehr geändert werden.',
      key_revoked: 'Jemand anderes hat diesen Schlüssel inzwischen widerrufen. Es wurde nichts geändert.',
      version_conflict:
        'Jemand hat diesen Schlüssel inzwischen geändert. Sehen Sie ihn sich noch einmal an und wiederholen Sie dann Ihre Änderung.',
      not_found: 'Diesen Schlüssel gibt es nicht mehr.',
      unauthenticated: 'Ihre Sitzung ist abgelaufen. Melden Sie sich erneut an.',
      reauthentication_required: 'Dafür müssen Sie sich zuerst erneut anmelden.',
      forbidden: 'Dazu sind Sie nicht berechtigt.',
      rate_limited: 'Zu viele Anfragen. Versuchen Sie es gleich noch einmal.',
      store_unavailable: 'Der Dienst ist vorübergehend nicht verfügbar. Versuchen Sie es erneut.',
      validation_failed:
        'Ein Teil Ihrer Eingaben wurde nicht akzeptiert. Prüfen Sie sie und versuchen Sie es erneut.',
      idempotency_conflict: 'Der erste Versuch läuft noch. Versuchen Sie es gleich noch einmal.',
      not_loaded:
        'Ein Teil dieser Seite konnte nicht geladen werden. Es wurde nichts gesendet. Laden Sie die Seite neu.',
      offline:
        'Sie sind offline, es wurde also nichts gesendet. Versuchen Sie es erneut, sobald Sie wieder online sind.',
      unreachable:
        'Der Server ist nicht erreichbar. Sehen Sie in der Liste nach, bevor Sie es erneut versuchen.',
      timeout:
        'Der Server hat zu lange nicht geantwortet. Sehen Sie in der Liste nach, bevor Sie es erneut versuchen.',
      unknown: 'Etwas ist schiefgelaufen. Versuchen Sie es erneut.',
    },
  },
  offline: {
    title: 'Sie sind offline.',
    description: 'Die Schlüssel unten sind möglicherweise nicht aktuell.',
    reason: 'Offline nicht verfügbar.',
  },
  quota: (max) =>
    plural(max, {
      one: 'Sie haben 1 von 1 Schlüssel. Widerrufen Sie ihn, um einen neuen zu erstellen.',
      other: 'Sie haben # von # Schlüsseln. Widerrufen Sie einen, um einen neuen zu erstellen.',
    }),
  announce: {
    loaded: (count) => plural(count, { other: '# API-Schlüssel' }),
    results: (count) => plural(count, { one: '# Ergebnis', other: '# Ergebnisse' }),
    created: (name) => `${name} erstellt. Kopieren Sie den Schlüssel jetzt.`,
    rotated: (name) => `${name} rotiert. Kopieren Sie den neuen Schlüssel jetzt.`,
    revoked: (name) => `${name} widerrufen.`,
    renamed: (name) => `Umbenannt in ${name}.`,
    saved: (name) => `Änderungen an ${name} gespeichert.`,
    disabled: (name) => `${name} deaktiviert.`,
    enabled: (name) => `${name} aktiviert.`,
    copied: 'Kopiert',
    copyFailed: 'Das Kopieren wurde blockiert. Der Schlüssel ist markiert.',
    failed: (name, reason) => `${name}: ${reason}`,
    idNotCopied: 'Das Kopieren wurde blockiert. Kopieren Sie die Schlüssel-ID aus den Details.',
    overlapEnding: (name, time) => `Der alte Schlüssel von ${name} funktioniert nur noch ${time}.`,
    overlapEnded: (name) => `Der alte Schlüssel von ${name} funktioniert nicht mehr.`,
    offline: 'Sie sind offline.',
    online: 'Sie sind wieder online.',
  },
}
