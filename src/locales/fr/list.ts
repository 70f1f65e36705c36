import type { ListStrings } from '../list-strings.js'
import { pluralForms } from '../plural-forms.js'

const plural = pluralForms('fr')
const { format: number } = new Intl.NumberFormat('fr')

/** What a page with the list says in French, with the no-break spaces before : and inside « » that it wants, and narrow ones before ; and ?. */
export const list: ListStrings = {
  locale: 'fr',
  dir: 'ltr',
  title: 'Clés API',
  description: 'Elles authentifient les requêtes de vos serveurs. Protégez-les comme des mots de passe.',
  createKey: 'Créer une clé',
  close: 'Fermer',
  cancel: 'Annuler',
  search: {
    label: 'Rechercher des clés',
    placeholder: 'Rechercher ou coller une clé',
    clear: 'Effacer la recherche',
  },
  columns: {
    name: 'Nom',
    key: 'Clé',
    scopes: 'Autorisations',
    status: 'État',
    lastUsed: 'Dernier usage',
    expires: 'Expiration',
    usage: '30 jours',
    actions: 'Actions',
  },
  key: {
    ending: ' … se terminant par ',
    created: (creator, date) => (creator === null ? `Créée le ${date}` : `${creator} · ${date}`),
    replacedBy: 'Remplacée par {name}',
    replaces: 'Remplace {name}',
    managedBy: 'Gérée par {name}',
    fresh: 'Nouvelle',
    old: '(ancienne)',
  },
  status: {
    active: 'Active',
    expiring: (when) => `Expire ${when}`,
    rotating: (time) => `Transition · encore ${time}`,
    disabled: 'Désactivée',
    expired: 'Expirée',
    revoked: 'Révoquée',
    unused: 'Jamais utilisée',
  },
  lastUsed: { never: 'Jamais', justNow: 'À l’instant', label: 'Utilisée' },
  expires: { never: 'Jamais', label: 'Expire' },
  pending: {
    update: 'Enregistrement…',
    rotate: 'Renouvellement…',
    disable: 'Désactivation…',
    enable: 'Activation…',
    revoke: 'Révocation…',
  },
  menu: {
    label: (name) => `Actions pour ${name}`,
    rename: 'Renommer…',
    rotate: 'Renouveler…',
    edit: 'Modifier…',
    details: 'Détails…',
    extend: 'Prolonger la transition…',
    revokeOld: 'Révoquer l’ancienne clé…',
    replace: 'Créer une clé de remplacement…',
    disable: 'Désactiver',
    enable: 'Activer',
    copyId: 'Copier l’ID de la clé',
    revoke: 'Révoquer…',
  },
  summary: {
    keys: (count) => plural(count, { one: '# clé', other: '# clés' }),
    expiringSoon: (count) =>
      plural(count, { one: '# expire cette semaine', other: '# expirent cette semaine' }),
    unused: (count) => plural(count, { one: '# jamais utilisée', other: '# jamais utilisées' }),
    hidden: (count) =>
      plural(count, {
        one: '# ancienne clé révoquée est masquée',
        other: '# anciennes clés révoquées sont masquées',
      }),
    showHidden: 'Afficher',
  },
  pager: {
    label: 'Pages de clés API',
    range: (first, last, total) => `${number(first)}–${number(last)} sur ${number(total)}`,
    previous: 'Précédent',
    next: 'Suivant',
    pageSize: 'Clés par page',
  },
  filter: {
    label: 'Filtrer par état',
    all: 'Tous',
    status: (chosen) => `État : ${chosen}`,
    several: (count) => plural(count, { one: '# sélectionné', other: '# sélectionnés' }),
    expiring: 'Expire bientôt',
    rotating: 'En transition',
    stale: 'Sans usage récent',
  },
  sort: {
    label: 'Trier les clés',
    by: {
      createdAt: 'Création',
      name: 'Nom',
      lastUsedAt: 'Dernier usage',
      expiresAt: 'Expiration',
    },
    direction: {
      createdAt: { asc: 'Les plus anciennes d’abord', desc: 'Les plus récentes d’abord' },
      name: { asc: 'De A à Z', desc: 'De Z à A' },
      lastUsedAt: { asc: 'Les moins récentes d’abord', desc: 'Les plus récentes d’abord' },
      expiresAt: { asc: 'Les plus proches d’abord', desc: 'Les plus lointaines d’abord' },
    },
    current: (by, direction) => `Tri par ${by}, ${direction}`,
  },
  selection: {
    all: 'Sélectionner toutes les clés de cette page',
    allShort: 'Tout sélectionner',
    key: (name) => `Sélectionner ${name}`,
    count: (count) => plural(count, { one: '# sélectionnée', other: '# sélectionnées' }),
    clear: 'Désélectionner',
  },
  bulkBar: {
    label: 'Clés sélectionnées',
    action: { revoke: 'Révoquer…', disable: 'Désactiver…', enable: 'Activer' },
  },
  usage: {
    sentence: (allowed, denied, days) => {
      const span = plural(days, { one: 'en # jour', other: 'en # jours' })
      const refused = denied > 0 ? plural(denied, { one: ' (# refusée)', other: ' (# refusées)' }) : ''
      return plural(allowed + denied, {
        one: `# requête ${span}${refused}`,
        other: `# requêtes ${span}${refused}`,
      })
    },
    none: (days) => plural(days, { one: 'Aucune requête en # jour', other: 'Aucune requête en # jours' }),
    unavailable: 'Impossible de charger l’utilisation',
  },
  scopes: {
    none: 'Aucune',
    more: (count) => `+${number(count)}`,
    all: (names) => `Autorisations : ${names}`,
  },
  identify: {
    asking: 'Recherche de cette clé…',
    found: 'Trouvée : {name}',
    notFound: 'Cette clé n’est pas l’une des vôtres',
    notAsked: 'Absente des clés de cette page',
    cut: 'Clé incomplète : il manque des caractères',
    mistyped: 'Ressemble à une clé, mais contient une faute de frappe ou a été tronquée',
    failed: 'Impossible de rechercher cette clé',
    notSent: 'Non envoyée au serveur',
  },
  hygiene: {
    title: (count, days) => {
      const span = plural(days, { one: '# jour', other: '# jours' })
      return plural(count, {
        one: `# clé inutilisée depuis ${span}`,
        other: `# clés inutilisées depuis ${span}`,
      })
    },
    review: 'Examiner',
    dismiss: 'Plus tard',
  },
  loading: { label: 'Chargement des clés API', slow: 'Chargement toujours en cours…', dialog: 'Chargement…' },
  refreshing: 'Actualisation',
  empty: {
    title: 'Aucune clé API pour l’instant',
    description: 'Créez une clé pour appeler l’API depuis votre serveur.',
    action: 'Créer votre première clé',
    notAllowed: 'Vous pouvez consulter les clés ici, mais pas en créer. Adressez-vous à un administrateur.',
  },
  filteredEmpty: {
    title: 'Aucune clé ne correspond à « {search} »',
    description: 'Essayez une autre partie du nom.',
    byStatus: {
      title: 'Aucune clé n’a cet état',
      description: 'Choisissez un autre état ou affichez toutes les clés.',
      clear: 'Tout afficher',
    },
  },
  error: {
    title: 'Impossible de charger les clés',
    retry: 'Réessayer',
    requestId: 'Requête {id}',
    staleData: (time) => `Clés telles qu’elles étaient le ${time}.`,
    rateLimited: (seconds) =>
      plural(seconds, {
        one: 'Trop de requêtes. Réessayez dans # seconde.',
        other: 'Trop de requêtes. Réessayez dans # secondes.',
      }),
    secretNotLoaded:
      'Votre nouvelle clé est prête, mais n’a pas pu être affichée. Réessayez. Si vous rechargez la page, elle sera perdue.',
    reading: {
      unreachable: 'Le serveur est injoignable.',
      timeout: 'Le serveur a mis trop de temps à répondre.',
      not_found:
        'Il n’y a aucun service de clés à cette adresse. La personne qui a configuré cette page doit vérifier baseUrl.',
    },
    byCode: {
      name_taken: 'Une autre clé porte déjà ce nom. Choisissez-en un autre.',
      key_limit_reached:
        'Vous avez atteint le nombre maximal de clés. Révoquez-en une pour en créer une autre.',
      key_not_rotatable:
        'Seule une clé en service et pas encore remplacée peut être renouvelée. Si elle en a remplacé une autre, mettez d’abord fin à cette transition.',
      key_not_updatable: 'Cette clé ne peut plus être modifiée.',
      key_revoked: 'Quelqu’un d’autre a révoqué cette clé entre-temps. Rien n’a été modifié.',
      version_conflict:
        'Quelqu’un a modifié cette clé entre-temps. Vérifiez-la, puis refaites votre modification.',
      not_found: 'Cette clé n’existe plus.',
      unauthenticated: 'Votre session a expiré. Reconnectez-vous.',
      reauthentication_required: 'Pour cela, vous devez d’abord vous reconnecter.',
      forbidden: 'Vous n’avez pas l’autorisation de faire cela.',
      rate_limited: 'Trop de requêtes. Réessayez dans un instant.',
      store_unavailable: 'Le service est momentanément indisponible. Réessayez.',
      validation_failed: 'Une partie de votre saisie n’a pas été acceptée. Vérifiez-la, puis réessayez.',
      idempotency_conflict: 'La première tentative est toujours en cours. Réessayez dans un instant.',
      not_loaded: 'Une partie de cette page n’a pas pu être chargée. Rien n’a été envoyé. Rechargez la page.',
      offline:
        'Vous êtes hors ligne : rien n’a été envoyé. Réessayez lorsque vous serez de nouveau en ligne.',
      unreachable: 'Le serveur est injoignable. Consultez la liste avant de réessayer.',
      timeout: 'Le serveur a mis trop de temps à répondre. Consultez la liste avant de réessayer.',
      unknown: 'Une erreur s’est produite. Réessayez.',
    },
  },
  offline: {
    title: 'Vous êtes hors ligne.',
    description: 'Les clés ci-dessous ne sont peut-être pas à jour.',
    reason: 'Indisponible hors ligne.',
  },
  quota: (max) =>
    plural(max, {
      one: 'Vous avez 1 clé sur 1. Révoquez-la pour en créer une autre.',
      other: 'Vous avez # clés sur #. Révoquez-en une pour en créer une autre.',
    }),
  announce: {
    loaded: (count) => plural(count, { one: '# clé API', other: '# clés API' }),
    results: (count) => plural(count, { one: '# résultat', other: '# résultats' }),
    created: (name) => `${name} a été créée. Copiez la clé maintenant.`,
    rotated: (name) => `${name} a été renouvelée. Copiez la nouvelle clé maintenant.`,
    revoked: (name) => `${name} a été révoquée.`,
    renamed: (name) => `Renommée en ${name}.`,
    saved: (name) => `Les modifications de ${name} ont été enregistrées.`,
    disabled: (name) => `${name} a été désactivée.`,
    enabled: (name) => `${name} a été activée.`,
    copied: 'Copié',
    copyFailed: 'La copie a été bloquée. La clé est sélectionnée.',
    failed: (name, reason) => `${name} : ${reason}`,
    idNotCopied: 'La copie a été bloquée. Copiez l’ID de la clé depuis les détails.',
    overlapEnding: (name, time) => `L’ancienne clé de ${name} cesse de fonctionner dans ${time}.`,
    overlapEnded: (name) => `L’ancienne clé de ${name} ne fonctionne plus.`,
    offline: 'Vous êtes hors ligne.',
    online: 'Vous êtes de nouveau en ligne.',
  },
}
