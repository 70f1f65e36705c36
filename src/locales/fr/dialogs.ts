import type { DialogStrings } from '../dialog-strings.js'
import { pluralForms } from '../plural-forms.js'

const plural = pluralForms('fr')
const { format: number } = new Intl.NumberFormat('fr')

/** What the dialogs say in French, with the no-break spaces before : and inside « » that it wants, and narrow ones before ; and ?. */
export const dialogs: DialogStrings = {
  bulk: {
    title: {
      revoke: (count) => plural(count, { one: 'Révoquer # clé ?', other: 'Révoquer # clés ?' }),
      disable: (count) => plural(count, { one: 'Désactiver # clé ?', other: 'Désactiver # clés ?' }),
      enable: (count) => plural(count, { one: 'Activer # clé ?', other: 'Activer # clés ?' }),
    },
    description: {
      revoke: 'Les requêtes qui utilisent ces clés échoueront immédiatement. Cette action est irréversible.',
      disable: 'Les requêtes qui utilisent ces clés échoueront jusqu’à ce que vous les réactiviez.',
      enable: 'Ces clés fonctionneront de nouveau immédiatement.',
    },
    more: (count) => plural(count, { one: 'et # autre', other: 'et # autres' }),
    typeCount: 'Saisissez {count} pour confirmer',
    confirmCount: 'Saisissez {count} pour confirmer.',
    submit: {
      revoke: (count) => plural(count, { one: 'Révoquer # clé', other: 'Révoquer # clés' }),
      disable: (count) => plural(count, { one: 'Désactiver # clé', other: 'Désactiver # clés' }),
      enable: (count) => plural(count, { one: 'Activer # clé', other: 'Activer # clés' }),
    },
    running: {
      revoke: (done, total) => `Révocation de ${number(done)} sur ${number(total)}…`,
      disable: (done, total) => `Désactivation de ${number(done)} sur ${number(total)}…`,
      enable: (done, total) => `Activation de ${number(done)} sur ${number(total)}…`,
    },
    stop: 'Arrêter',
    done: {
      revoke: (count) => plural(count, { one: '# révoquée', other: '# révoquées' }),
      disable: (count) => plural(count, { one: '# désactivée', other: '# désactivées' }),
      enable: (count) => plural(count, { one: '# activée', other: '# activées' }),
    },
    partial: {
      revoke: (done, failed) =>
        `${plural(done, { one: '# révoquée', other: '# révoquées' })}, ${failures(failed)}`,
      disable: (done, failed) =>
        `${plural(done, { one: '# désactivée', other: '# désactivées' })}, ${failures(failed)}`,
      enable: (done, failed) =>
        `${plural(done, { one: '# activée', other: '# activées' })}, ${failures(failed)}`,
    },
    skipped: 'Non traitée',
    retry: 'Relancer les échecs',
  },
  validation: {
    nameRequired: 'Saisissez un nom.',
    nameTooLong: (max) => `Utilisez au maximum ${number(max)} caractères.`,
    nameInvisible: 'Supprimez les caractères invisibles ou de contrôle.',
    holdsKey: 'Supprimez la clé API : d’autres personnes peuvent lire ce qui est écrit ici.',
    expiryMissing: 'Choisissez une date.',
    expiryPast: 'Choisissez la date du jour ou une date ultérieure.',
    expiryTooLong: (date) => `Choisissez une date au plus tard le ${date}.`,
    scopesRequired: 'Choisissez au moins une autorisation.',
    confirmName: 'Saisissez {name} pour confirmer.',
  },
  create: {
    title: 'Créer une clé API',
    description: 'La clé complète s’affichera une seule fois, à l’étape suivante.',
    nameHint: 'Où servira-t-elle ? Par exemple « github-actions » ou « billing-worker ».',
    environmentLabel: 'Environnement',
    environment: { live: 'Production', test: 'Test' },
    expiryLabel: 'Expiration',
    expiryEcho: (date) => `Cesse de fonctionner le ${date}.`,
    expiryNever: 'Jamais',
    expiryCustom: 'Autre date…',
    expiryDateLabel: 'Dernier jour',
    expiryNeverWarning:
      'Les clés qui n’expirent jamais sont celles qui finissent par fuiter. Préférez 1 an ou moins.',
    permissionsMissing:
      'Les autorisations n’ont pas pu être chargées. Une clé créée maintenant ne pourra rien faire tant que vous ne l’aurez pas modifiée.',
    preset: {
      full: { label: 'Accès complet', description: 'Tout ce que propose l’API, en lecture et en écriture.' },
      read: { label: 'Lecture seule', description: 'Peut tout consulter et ne rien modifier.' },
      restricted: { label: 'Accès limité', description: 'Uniquement ce que vous cochez ici.' },
    },
    scopesSelected: (count) => plural(count, { one: '# sélectionnée', other: '# sélectionnées' }),
    linked:
      'Ce formulaire a été prérempli par un lien. Vérifiez le nom, l’expiration et les autorisations avant de créer la clé.',
    linkedUnknown: 'Ignorées, car elles n’existent pas ici : {scopes}.',
    submit: 'Créer la clé',
    submitting: 'Création…',
    waits: 'La clé est en cours de création. Si vous partez maintenant, vous risquez de ne jamais la voir.',
    waitsLong:
      'L’opération prend du temps. Vous pouvez annuler, mais la clé a peut-être tout de même été créée.',
  },
  discard: {
    title: 'Abandonner votre saisie ?',
    description: 'Rien n’est encore enregistré.',
    closeAnyway: 'Abandonner',
    back: 'Continuer la saisie',
  },
  secret: {
    titleCreated: 'Enregistrez votre clé',
    titleRotated: 'Clé renouvelée',
    titleGone: 'La clé n’est plus affichée',
    titleUnknown: 'Impossible de confirmer le résultat',
    onlyOnce: '{name} est prête. C’est la seule fois où la clé complète est affichée.',
    oldKeyUntil: 'L’ancienne clé {key} fonctionne jusqu’au {date}.',
    oldKeyRevoked: 'L’ancienne clé {key} ne fonctionne plus.',
    label: 'Clé API',
    hidden: 'masquée',
    show: 'Afficher la clé',
    hide: 'Masquer la clé',
    copy: 'Copier',
    copyFailed:
      'Votre navigateur a bloqué la copie. La clé est sélectionnée : appuyez sur ⌘C ou Ctrl+C, puis cochez la case.',
    savedCheckbox: 'J’ai enregistré cette clé',
    warning:
      'Placez-la dès maintenant dans un gestionnaire de secrets ou un fichier .env. Si vous la perdez, remplacez-la : elle ne peut pas être récupérée.',
    copyAndClose: 'Copier et fermer',
    done: 'Terminé',
    gone: 'Retirée de cette page par sécurité. Si vous ne l’avez pas enregistrée, remplacez la clé.',
    unknown:
      'La connexion a été interrompue. Si la clé figure dans la liste, remplacez-la par une clé que vous pourrez copier.',
    unknownNamed:
      'Nous n’avons pas pu confirmer le résultat. Consultez la liste ; si « {name} » y figure, remplacez-la.',
    closeConfirm: {
      title: 'Fermer sans enregistrer la clé ?',
      description: 'Vous ne l’avez pas encore copiée. Nous ne pourrons plus l’afficher.',
      closeAnyway: 'Fermer quand même',
      back: 'Retour',
    },
  },
  rotate: {
    title: 'Renouveler la clé',
    description:
      'Vous obtenez une nouvelle clé. L’ancienne continue de fonctionner le temps de la transition.',
    overlapLabel: 'L’ancienne clé continue de fonctionner pendant',
    overlapNow: 'Révoquer maintenant',
    overlapUntil: (date) => `L’ancienne clé cesse de fonctionner le ${date}.`,
    overlapNowEcho:
      'L’ancienne clé cesse de fonctionner immédiatement. Les requêtes qui l’utilisent encore échoueront.',
    keeps: 'La nouvelle clé reprend le nom, les autorisations et les restrictions d’adresses IP.',
    submit: 'Renouveler la clé',
  },
  revoke: {
    title: 'Révoquer « {name} » ?',
    description:
      'Les requêtes qui utilisent cette clé échoueront immédiatement. Cette action est irréversible.',
    leavesList: 'Les clés révoquées disparaissent aussi de cette liste.',
    recentUse: (time) => `Utilisée ${time ?? 'à l’instant'}. Quelque chose en dépend encore.`,
    typeToConfirm: 'Saisissez {name} pour confirmer',
    oldGoesOn:
      'L’ancienne clé {key} fonctionne jusqu’au {date}. Révoquez-la aussi pour supprimer tout accès.',
    oldMayGoOn:
      'Cette clé en a remplacé une autre. Si celle-ci est encore dans sa période de transition, elle fonctionne toujours.',
    newGoesOn: 'La nouvelle clé {key} continue de fonctionner.',
    disableInstead: 'Plutôt désactiver',
    submit: 'Révoquer la clé',
  },
  rename: {
    title: 'Renommer la clé',
    submit: 'Enregistrer le nom',
  },
  advanced: { label: 'Options avancées' },
  scopePicker: {
    search: 'Rechercher des autorisations',
    results: (count) => plural(count, { one: '# autorisation trouvée', other: '# autorisations trouvées' }),
    noResults: 'Aucune autorisation ne correspond à « {search} ».',
    clear: 'Effacer la sélection',
  },
  ranges: {
    label: 'Adresses IP autorisées',
    hint: 'Adresses ou plages autorisées à utiliser cette clé. Laissez vide pour accepter toutes les adresses.',
    placeholder: '203.0.113.0/24',
    add: 'Ajouter',
    remove: (range) => `Retirer ${range}`,
    list: 'Adresses autorisées à utiliser cette clé',
    invalid: (line) =>
      `« ${line} » n’est pas une adresse. Saisissez 203.0.113.7 ou une plage telle que 203.0.113.0/24.`,
    tooMany: (max) => `Utilisez au maximum ${number(max)} adresses.`,
    everywhere: 'Cette plage accepte toutes les adresses.',
  },
  note: {
    label: 'Description',
    hint: 'Pour la prochaine personne qui s’occupera de cette clé : à quoi elle sert et où elle est conservée.',
  },
  snippet: {
    label: 'Utiliser cette clé',
    copy: (language) => `Copier pour ${language}`,
    hidden: 'La clé est masquée ici et insérée lorsque vous copiez.',
    failed: 'Votre navigateur a bloqué la copie. Copiez la clé ci-dessus à la main.',
    download: 'Télécharger .env',
    comment: {
      name: (name) => `Clé API « ${name} »`,
      expires: (date) => `Expiration : ${date}`,
    },
  },
  verify: {
    run: 'Tester la clé',
    running: 'Test en cours…',
    ok: (status, milliseconds) => {
      const answer = status === null ? 'La clé fonctionne' : `${status} OK`
      return milliseconds === null ? `${answer}.` : `${answer} en ${number(milliseconds)} ms.`
    },
    refused: (status) =>
      status === null ? 'La clé a été refusée.' : `La clé a été refusée avec le code ${status}.`,
    unreachable: 'L’appel de test est resté sans réponse. Cela ne dit rien de la clé.',
  },
  secretTime: {
    ending: 'Par sécurité, la clé quittera cette page dans moins d’une minute.',
    left: (time) => `Encore ${time}`,
    extend: 'La garder ici',
  },
  cockpit: {
    title: 'Remplacement de cette clé',
    lastUsed: (time) => `Dernière utilisation de l’ancienne clé : ${time ?? 'à l’instant'}`,
    neverUsed: 'L’ancienne clé n’a jamais été utilisée',
    stillUsed: 'Quelque chose utilise encore l’ancienne clé.',
    quiet: (time) => `Aucune requête depuis ${time} : vous pouvez la révoquer sans risque.`,
    revoke: 'Révoquer l’ancienne clé',
  },
  extend: {
    title: 'Prolonger la transition',
    description: 'Les deux clés fonctionnent jusque-là.',
    current: (date) => `Pour l’instant, l’ancienne clé cesse de fonctionner le ${date}.`,
    label: 'Garder l’ancienne clé à partir de maintenant pendant',
    longest: 'La durée maximale',
    none: 'La transition ne peut plus être prolongée. Faites passer à la nouvelle clé ce qui utilise encore l’ancienne.',
    submit: 'Prolonger la transition',
    submitting: 'Prolongation…',
  },
  edit: {
    title: 'Modifier la clé',
    description: 'Les modifications s’appliquent dès la prochaine requête. La clé elle-même ne change pas.',
    keep: (end) => `Conserver : ${end}`,
    submit: 'Enregistrer les modifications',
    conflict: {
      title: 'Modifiée par quelqu’un d’autre.',
      changed: (fields) =>
        `Modifié depuis que vous avez ouvert cette fenêtre : ${fields}. Rechargez pour voir ces modifications ; votre saisie est conservée.`,
      reload: 'Recharger',
      reloading: 'Nouvelle lecture de la clé…',
    },
  },
  details: {
    title: 'Détails de « {name} »',
    facts: 'Propriétés',
    id: 'ID de la clé',
    created: 'Création',
    updated: 'Dernière modification',
    anyAddress: 'Toutes les adresses',
    noDescription: 'Aucune',
    rateLimit: 'Limite de débit',
    usualRateLimit: 'Limite par défaut',
    rateLimitOf: (limit, seconds) =>
      plural(limit, {
        one: `# requête par période de ${seconds}`,
        other: `# requêtes par période de ${seconds}`,
      }),
    disabled: 'Désactivation',
    revoked: 'Révocation',
    revokedReason: 'Motif',
    lineage: 'Renouvellement',
    replaces: 'Remplace',
    replacedBy: 'Remplacée par',
    unknownKey: 'Une clé absente de cette page',
  },
  usageTable: {
    title: 'Utilisation',
    caption: (days) =>
      plural(days, {
        one: 'Requêtes du dernier jour. Les jours sans requête n’apparaissent pas.',
        other:
          'Requêtes par jour sur les # derniers jours, de la plus récente à la plus ancienne. Les jours sans requête n’apparaissent pas.',
      }),
    day: 'Jour',
    allowed: 'Acceptées',
    denied: 'Refusées',
    total: 'Total',
    none: 'Aucune requête pour l’instant.',
  },
  activity: {
    title: 'Activité',
    loading: 'Chargement de l’activité…',
    empty: 'Rien ne s’est encore passé.',
    failed: 'Impossible de charger l’activité.',
    more: 'Afficher la suite',
    loadingMore: 'Chargement…',
    event: {
      created: 'Créée',
      updated: 'Modifiée',
      disabled: 'Désactivée',
      enabled: 'Activée',
      rotated: 'Renouvelée',
      revoked: 'Révoquée',
      refused: 'Requête refusée',
      leaked: 'Trouvée en accès public',
      consumer_suspended: 'Compte suspendu',
      consumer_resumed: 'Compte rétabli',
    },
    by: 'par {name}',
    from: 'depuis {address}',
    changed: (fields) => `Modifié : ${fields}`,
    field: {
      name: 'nom',
      description: 'description',
      scopes: 'autorisations',
      expiresAt: 'expiration',
      ipAllowlist: 'adresses IP autorisées',
      rateLimit: 'limite de débit',
      enabled: 'désactivation ou activation',
      overlapEndsAt: 'fin de la transition',
      disabledAt: 'désactivation ou activation',
      revokedAt: 'révocation',
    },
    reason: {
      invalid_key: 'clé incorrecte',
      key_revoked: 'la clé était révoquée',
      key_expired: 'la clé avait expiré',
      key_disabled: 'la clé était désactivée',
      consumer_suspended: 'le compte était suspendu',
      insufficient_scope: 'il manquait une autorisation',
      ip_not_allowed: 'l’adresse n’était pas autorisée',
      rate_limited: 'trop de requêtes',
      leaked: 'la clé a été trouvée en accès public',
    },
  },
}

function failures(count: number): string {
  return plural(count, { one: '# échec', other: '# échecs' })
}
