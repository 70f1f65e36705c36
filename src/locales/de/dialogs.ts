import type { DialogStrings } from '../dialog-strings.js'
import { pluralForms } from '../plural-forms.js'

const plural = pluralForms('de')
const { format: number } = new Intl.NumberFormat('de')

/** What the dialogs say in German. */
export const dialogs: DialogStrings = {
  bulk: {
    title: {
      revoke: (count) => plural(count, { other: '# Schlüssel widerrufen?' }),
      disable: (count) => plural(count, { other: '# Schlüssel deaktivieren?' }),
      enable: (count) => plural(count, { other: '# Schlüssel aktivieren?' }),
    },
    description: {
      revoke: 'Anfragen mit diesen Schlüsseln schlagen sofort fehl. Das lässt sich nicht rückgängig machen.',
      disable: 'Anfragen mit diesen Schlüsseln schlagen fehl, bis Sie die Schlüssel wieder aktivieren.',
      enable: 'Diese Schlüssel funktionieren sofort wieder.',
    },
    more: (count) => plural(count, { one: 'und # weiterer', other: 'und # weitere' }),
    typeCount: 'Geben Sie zur Bestätigung {count} ein',
    confirmCount: 'Geben Sie zur Bestätigung {count} ein.',
    submit: {
      revoke: (count) => plural(count, { other: '# Schlüssel widerrufen' }),
      disable: (count) => plural(count, { other: '# Schlüssel deaktivieren' }),
      enable: (count) => plural(count, { other: '# Schlüssel aktivieren' }),
    },
    running: {
      revoke: (done, total) => `${number(done)} von ${number(total)} widerrufen…`,
      disable: (done, total) => `${number(done)} von ${number(total)} deaktiviert…`,
      enable: (done, total) => `${number(done)} von ${number(total)} aktiviert…`,
    },
    stop: 'Stoppen',
    done: {
      revoke: (count) => plural(count, { other: '# widerrufen' }),
      disable: (count) => plural(count, { other: '# deaktiviert' }),
      enable: (count) => plural(count, { other: '# aktiviert' }),
    },
    partial: {
      revoke: (done, failed) => `${number(done)} widerrufen, ${number(failed)} fehlgeschlagen`,
      disable: (done, failed) => `${number(done)} deaktiviert, ${number(failed)} fehlgeschlagen`,
      enable: (done, failed) => `${number(done)} aktiviert, ${number(failed)} fehlgeschlagen`,
    },
    skipped: 'Nicht versucht',
    retry: 'Erneut versuchen',
  },
  validation: {
    nameRequired: 'Geben Sie einen Namen ein.',
    nameTooLong: (max) => `Verwenden Sie höchstens ${number(max)} Zeichen.`,
    nameInvisible: 'Entfernen Sie unsichtbare Zeichen und Steuerzeichen.',
    holdsKey: 'Entfernen Sie den API-Schlüssel: Was hier steht, können andere lesen.',
    expiryMissing: 'Wählen Sie ein Datum.',
    expiryPast: 'Wählen Sie den heutigen Tag oder einen späteren.',
    expiryTooLong: (date) => `Wählen Sie ein Datum bis spätestens ${date}.`,
    scopesRequired: 'Wählen Sie mindestens eine Berechtigung.',
    confirmName: 'Geben Sie zur Bestätigung {name} ein.',
  },
  create: {
    title: 'API-Schlüssel erstellen',
    description: 'Den vollständigen Schlüssel sehen Sie nur einmal, im nächsten Schritt.',
    nameHint: 'Wo wird er eingesetzt? Zum Beispiel „github-actions“ oder „billing-worker“.',
    environmentLabel: 'Umgebung',
    environment: { live: 'Live', test: 'Test' },
    expiryLabel: 'Ablauf',
    expiryEcho: (date) => `Funktioniert bis ${date}.`,
    expiryNever: 'Nie',
    expiryCustom: 'Eigenes Datum…',
    expiryDateLabel: 'Letzter Tag',
    expiryNeverWarning:
      'Vor allem Schlüssel ohne Ablaufdatum geraten in falsche Hände. Besser ist höchstens 1 Jahr.',
    permissionsMissing:
      'Die Berechtigungen konnten nicht geladen werden. Ein jetzt erstellter Schlüssel darf nichts, bis Sie ihn bearbeiten.',
    preset: {
      full: { label: 'Vollzugriff', description: 'Alles, was die API bietet: lesen und ändern.' },
      read: { label: 'Nur lesen', description: 'Kann alles ansehen und nichts ändern.' },
      restricted: { label: 'Eingeschränkt', description: 'Nur, was Sie hier auswählen.' },
    },
    scopesSelected: (count) => plural(count, { other: '# ausgewählt' }),
    linked:
      'Dieses Formular wurde über einen Link ausgefüllt. Prüfen Sie Name, Ablauf und Berechtigungen, bevor Sie den Schlüssel erstellen.',
    linkedUnknown: 'Weggelassen, weil es sie hier nicht gibt: {scopes}.',
    submit: 'Schlüssel erstellen',
    submitting: 'Wird erstellt…',
    waits: 'Der Schlüssel wird gerade erstellt. Wenn Sie jetzt gehen, sehen Sie ihn womöglich nie.',
    waitsLong:
      'Das dauert lange. Sie können abbrechen, doch der Schlüssel ist womöglich trotzdem schon erstellt.',
  },
  discard: {
    title: 'Eingaben verwerfen?',
    description: 'Es wurde noch nichts gespeichert.',
    closeAnyway: 'Verwerfen',
    back: 'Weiter bearbeiten',
  },
  secret: {
    titleCreated: 'Schlüssel sichern',
    titleRotated: 'Schlüssel rotiert',
    titleGone: 'Der Schlüssel wird nicht mehr angezeigt',
    titleUnknown: 'Das Ergebnis ist ungewiss',
    onlyOnce: '{name} ist bereit. Der vollständige Schlüssel wird nur dieses eine Mal angezeigt.',
    oldKeyUntil: 'Der alte Schlüssel {key} funktioniert bis {date}.',
    oldKeyRevoked: 'Der alte Schlüssel {key} funktioniert nicht mehr.',
    label: 'API-Schlüssel',
    hidden: 'verborgen',
    show: 'Schlüssel anzeigen',
    hide: 'Schlüssel verbergen',
    copy: 'Kopieren',
    copyFailed:
      'Ihr Browser hat das Kopieren blockiert. Der Schlüssel ist markiert: Drücken Sie ⌘C oder Strg+C und setzen Sie dann das Häkchen.',
    savedCheckbox: 'Ich habe diesen Schlüssel gesichert',
    warning:
      'Legen Sie ihn jetzt in einem Secret-Manager oder einer .env-Datei ab. Geht er verloren, ersetzen Sie ihn – wiederherstellen lässt er sich nicht.',
    copyAndClose: 'Kopieren und schließen',
    done: 'Fertig',
    gone: 'Zur Sicherheit von dieser Seite entfernt. Haben Sie ihn nicht gesichert, ersetzen Sie den Schlüssel.',
    unknown:
      'Die Verbindung wurde unterbrochen. Steht der Schlüssel in der Liste, ersetzen Sie ihn durch einen, den Sie kopieren können.',
    unknownNamed:
      'Das Ergebnis ließ sich nicht bestätigen. Sehen Sie in der Liste nach; steht „{name}“ darin, ersetzen Sie den Schlüssel.',
    closeConfirm: {
      title: 'Schließen, ohne den Schlüssel zu sichern?',
      description: 'Sie haben ihn noch nicht kopiert. Wir können ihn nicht noch einmal anzeigen.',
      closeAnyway: 'Trotzdem schließen',
      back: 'Zurück',
    },
  },
  rotate: {
    title: 'Schlüssel rotieren',
    description: 'Sie erhalten einen neuen Schlüssel. Der alte funktioniert weiter, während Sie umstellen.',
    overlapLabel: 'Alter Schlüssel funktioniert weiter für',
    overlapNow: 'Sofort widerrufen',
    overlapUntil: (date) => `Der alte Schlüssel funktioniert bis ${date}.`,
    overlapNowEcho:
      'Der alte Schlüssel funktioniert ab sofort nicht mehr. Anfragen, die ihn noch verwenden, schlagen fehl.',
    keeps: 'Der neue Schlüssel übernimmt Name, Berechtigungen und IP-Beschränkungen.',
    submit: 'Schlüssel rotieren',
  },
  revoke: {
    title: '„{name}“ widerrufen?',
    description:
      'Anfragen mit diesem Schlüssel schlagen sofort fehl. Das lässt sich nicht rückgängig machen.',
    leavesList: 'Widerrufene Schlüssel verschwinden auch aus dieser Liste.',
    recentUse: (time) =>
      `${time === null ? 'Gerade eben' : `Zuletzt ${time}`} verwendet. Etwas ist noch auf diesen Schlüssel angewiesen.`,
    typeToConfirm: 'Geben Sie zur Bestätigung {name} ein',
    oldGoesOn:
      'Der alte Schlüssel {key} funktioniert noch bis {date}. Widerrufen Sie auch ihn, wenn niemand mehr Zugriff haben soll.',
    oldMayGoOn:
      'Dieser Schlüssel hat einen anderen ersetzt. Läuft dessen Übergangsfrist noch, funktioniert er weiter.',
    newGoesOn: 'Der neue Schlüssel {key} funktioniert weiter.',
    disableInstead: 'Stattdessen deaktivieren',
    submit: 'Schlüssel widerrufen',
  },
  rename: {
    title: 'Schlüssel umbenennen',
    submit: 'Namen speichern',
  },
  advanced: { label: 'Erweitert' },
  scopePicker: {
    search: 'Berechtigungen suchen',
    results: (count) => plural(count, { one: '# Berechtigung gefunden', other: '# Berechtigungen gefunden' }),
    noResults: 'Keine Berechtigung für „{search}“.',
    clear: 'Auswahl aufheben',
  },
  ranges: {
    label: 'Erlaubte IP-Adressen',
    hint: 'Adressen oder Bereiche, die diesen Schlüssel verwenden dürfen. Leer lassen, um jede Adresse zuzulassen.',
    placeholder: '203.0.113.0/24',
    add: 'Hinzufügen',
    remove: (range) => `${range} entfernen`,
    list: 'Adressen, die diesen Schlüssel verwenden dürfen',
    invalid: (line) =>
      `„${line}“ ist keine Adresse. Geben Sie 203.0.113.7 oder einen Bereich wie 203.0.113.0/24 ein.`,
    tooMany: (max) => `Verwenden Sie höchstens ${number(max)} Adressen.`,
    everywhere: 'Dieser Bereich lässt jede Adresse zu.',
  },
  note: {
    label: 'Beschreibung',
    hint: 'Für alle, die sich als Nächste um diesen Schlüssel kümmern: wofür er da ist und wo er liegt.',
  },
  snippet: {
    label: 'Schlüssel verwenden',
    copy: (language) => `Für ${language} kopieren`,
    hidden: 'Der Schlüssel ist hier verborgen und wird beim Kopieren eingesetzt.',
    failed: 'Ihr Browser hat das Kopieren blockiert. Kopieren Sie den Schlüssel oben von Hand.',
    download: '.env herunterladen',
    comment: {
      name: (name) => `API-Schlüssel „${name}“`,
      expires: (date) => `Läuft ab: ${date}`,
    },
  },
  verify: {
    run: 'Schlüssel testen',
    running: 'Wird getestet…',
    ok: (status, milliseconds) => {
      const answer = status === null ? 'Der Schlüssel funktioniert' : `${status} OK`
      return milliseconds === null ? `${answer}.` : `${answer} in ${number(milliseconds)} ms.`
    },
    refused: (status) =>
      status === null ? 'Der Schlüssel wurde abgelehnt.' : `Der Schlüssel wurde mit ${status} abgelehnt.`,
    unreachable: 'Der Testaufruf blieb ohne Antwort. Über den Schlüssel sagt das nichts aus.',
  },
  secretTime: {
    ending: 'Zur Sicherheit verschwindet der Schlüssel in weniger als einer Minute von dieser Seite.',
    left: (time) => `Noch ${time}`,
    extend: 'Hier behalten',
  },
  cockpit: {
    title: 'Dieser Schlüssel wird ersetzt',
    lastUsed: (time) => `Alter Schlüssel zuletzt verwendet: ${time ?? 'gerade eben'}`,
    neverUsed: 'Der alte Schlüssel wurde nie verwendet',
    stillUsed: 'Etwas verwendet noch den alten Schlüssel.',
    quiet: (time) => `Seit ${time} keine Anfragen: kann gefahrlos widerrufen werden.`,
    revoke: 'Alten Schlüssel jetzt widerrufen',
  },
  extend: {
    title: 'Übergangsfrist verlängern',
    description: 'Bis dahin funktionieren beide Schlüssel.',
    current: (date) => `Nach jetzigem Stand funktioniert der alte Schlüssel bis ${date}.`,
    label: 'Alten Schlüssel ab jetzt behalten für',
    longest: 'So lange wie erlaubt',
    none: 'Die Übergangsfrist lässt sich nicht weiter verlängern. Stellen Sie auf den neuen Schlüssel um, was noch den alten verwendet.',
    submit: 'Frist verlängern',
    submitting: 'Wird verlängert…',
  },
  edit: {
    title: 'Schlüssel bearbeiten',
    description: 'Änderungen gelten ab der nächsten Anfrage. Der Schlüssel selbst bleibt gleich.',
    keep: (end) => `Beibehalten: ${end}`,
    submit: 'Änderungen speichern',
    conflict: {
      title: 'Von jemand anderem geändert.',
      changed: (fields) =>
        `Geändert, seit Sie dies geöffnet haben: ${fields}. Laden Sie neu, um es zu sehen; Ihre Eingaben bleiben erhalten.`,
      reload: 'Neu laden',
      reloading: 'Der Schlüssel wird neu geladen…',
    },
  },
  details: {
    title: 'Details zu „{name}“',
    facts: 'Eigenschaften',
    id: 'Schlüssel-ID',
    created: 'Erstellt',
    updated: 'Zuletzt geändert',
    anyAddress: 'Jede Adresse',
    noDescription: 'Keine',
    rateLimit: 'Anfragelimit',
    usualRateLimit: 'Standard',
    rateLimitOf: (limit, seconds) =>
      plural(limit, { one: `# Anfrage pro ${seconds}`, other: `# Anfragen pro ${seconds}` }),
    disabled: 'Deaktiviert',
    revoked: 'Widerrufen',
    revokedReason: 'Grund',
    lineage: 'Rotation',
    replaces: 'Ersetzt',
    replacedBy: 'Ersetzt durch',
    unknownKey: 'Ein Schlüssel, der nicht auf dieser Seite steht',
  },
  usageTable: {
    title: 'Nutzung',
    caption: (days) =>
      plural(days, {
        one: 'Anfragen am letzten Tag. Tage ohne Anfragen fehlen.',
        other: 'Anfragen je Tag in den letzten # Tagen, neueste zuerst. Tage ohne Anfragen fehlen.',
      }),
    day: 'Tag',
    allowed: 'Zugelassen',
    denied: 'Abgelehnt',
    total: 'Gesamt',
    none: 'Noch keine Anfragen.',
  },
  activity: {
    title: 'Verlauf',
    loading: 'Verlauf wird geladen…',
    empty: 'Bisher ist nichts passiert.',
    failed: 'Der Verlauf konnte nicht geladen werden.',
    more: 'Mehr laden',
    loadingMore: 'Wird geladen…',
    event: {
      created: 'Erstellt',
      updated: 'Geändert',
      disabled: 'Deaktiviert',
      enabled: 'Aktiviert',
      rotated: 'Rotiert',
      revoked: 'Widerrufen',
      refused: 'Anfrage abgelehnt',
      leaked: 'Öffentlich gefunden',
      consumer_suspended: 'Konto gesperrt',
      consumer_resumed: 'Konto entsperrt',
    },
    by: 'von {name}',
    from: 'von {address}',
    changed: (fields) => `Geändert: ${fields}`,
    field: {
      name: 'Name',
      description: 'Beschreibung',
      scopes: 'Berechtigungen',
      expiresAt: 'Ablauf',
      ipAllowlist: 'erlaubte IP-Adressen',
      rateLimit: 'Anfragelimit',
      enabled: 'Deaktivierung oder Aktivierung',
      overlapEndsAt: 'Ende der Übergangsfrist',
      disabledAt: 'Deaktivierung oder Aktivierung',
      revokedAt: 'Widerruf',
    },
    reason: {
      invalid_key: 'falscher Schlüssel',
      key_revoked: 'der Schlüssel war widerrufen',
      key_expired: 'der Schlüssel war abgelaufen',
      key_disabled: 'der Schlüssel war deaktiviert',
      consumer_suspended: 'das Konto war gesperrt',
      insufficient_scope: 'eine Berechtigung fehlte',
      ip_not_allowed: 'die Adresse war nicht erlaubt',
      rate_limited: 'zu viele Anfragen',
      leaked: 'der Schlüssel wurde öffentlich gefunden',
    },
  },
}
