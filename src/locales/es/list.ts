import type { ListStrings } from '../list-strings.js'
import { pluralForms } from '../plural-forms.js'

const plural = pluralForms('es')
const { format: number } = new Intl.NumberFormat('es')

/** What a page with the list says in Spanish. */
export const list: ListStrings = {
  locale: 'es',
  dir: 'ltr',
  title: 'Claves de API',
  description: 'Autentican las solicitudes de sus servidores. Trátelas como contraseñas.',
  createKey: 'Crear clave',
  close: 'Cerrar',
  cancel: 'Cancelar',
  search: {
    label: 'Buscar claves',
    placeholder: 'Buscar o pegar una clave',
    clear: 'Borrar la búsqueda',
  },
  columns: {
    name: 'Nombre',
    key: 'Clave',
    scopes: 'Permisos',
    status: 'Estado',
    lastUsed: 'Último uso',
    expires: 'Caducidad',
    usage: '30 días',
    actions: 'Acciones',
  },
  key: {
    ending: ' … termina en ',
    created: (creator, date) => (creator === null ? `Creada el ${date}` : `${creator} · ${date}`),
    replacedBy: 'Reemplazada por {name}',
    replaces: 'Reemplaza a {name}',
    managedBy: 'Gestionada por {name}',
    fresh: 'Nueva',
    old: '(anterior)',
  },
  status: {
    active: 'Activa',
    expiring: (when) => `Caduca ${when}`,
    rotating: (time) => `En rotación · ${time} más`,
    disabled: 'Desactivada',
    expired: 'Caducada',
    revoked: 'Revocada',
    unused: 'Nunca usada',
  },
  lastUsed: { never: 'Nunca', justNow: 'Ahora mismo', label: 'Usada' },
  expires: { never: 'Nunca', label: 'Caduca' },
  pending: {
    update: 'Guardando…',
    rotate: 'Rotando…',
    disable: 'Desactivando…',
    enable: 'Activando…',
    revoke: 'Revocando…',
  },
  menu: {
    label: (name) => `Acciones de ${name}`,
    rename: 'Cambiar nombre…',
    rotate: 'Rotar…',
    edit: 'Editar…',
    details: 'Detalles…',
    extend: 'Ampliar la transición…',
    revokeOld: 'Revocar ya la clave anterior…',
    replace: 'Crear un reemplazo…',
    disable: 'Desactivar',
    enable: 'Activar',
    copyId: 'Copiar el ID de la clave',
    revoke: 'Revocar…',
  },
  summary: {
    keys: (count) => plural(count, { one: '# clave', other: '# claves' }),
    expiringSoon: (count) => plural(count, { one: '# caduca esta semana', other: '# caducan esta semana' }),
    unused: (count) => plural(count, { one: '# nunca usada', other: '# nunca usadas' }),
    hidden: (count) =>
      plural(count, {
        one: '# clave revocada antigua está oculta',
        other: '# claves revocadas antiguas están ocultas',
      }),
    showHidden: 'Mostrar',
  },
  pager: {
    label: 'Páginas de claves de API',
    range: (first, last, total) => `${number(first)}–${number(last)} de ${number(total)}`,
    previous: 'Anterior',
    next: 'Siguiente',
    pageSize: 'Claves por página',
  },
  filter: {
    label: 'Filtrar por estado',
    all: 'Todos',
    status: (chosen) => `Estado: ${chosen}`,
    several: (count) => plural(count, { one: '# seleccionado', other: '# seleccionados' }),
    expiring: 'Caduca pronto',
    rotating: 'En rotación',
    stale: 'Sin uso reciente',
  },
  sort: {
    label: 'Ordenar las claves',
    by: { createdAt: 'Creación', name: 'Nombre', lastUsedAt: 'Último uso', expiresAt: 'Caducidad' },
    direction: {
      createdAt: { asc: 'Las más antiguas primero', desc: 'Las más recientes primero' },
      name: { asc: 'De la A a la Z', desc: 'De la Z a la A' },
      lastUsedAt: { asc: 'Uso menos reciente primero', desc: 'Uso más reciente primero' },
      expiresAt: { asc: 'Las que caducan antes primero', desc: 'Las que caducan después primero' },
    },
    current: (by, direction) => `Orden: ${by}, ${direction}`,
  },
  selection: {
    all: 'Seleccionar todas las claves de esta página',
    allShort: 'Seleccionar todo',
    key: (name) => `Seleccionar ${name}`,
    count: (count) => plural(count, { one: '# seleccionada', other: '# seleccionadas' }),
    clear: 'Quitar selección',
  },
  bulkBar: {
    label: 'Claves seleccionadas',
    action: { revoke: 'Revocar…', disable: 'Desactivar…', enable: 'Activar' },
  },
  usage: {
    sentence: (allowed, denied, days) => {
      const span = plural(days, { one: 'en # día', other: 'en # días' })
      const refused = denied > 0 ? plural(denied, { one: ' (# rechazada)', other: ' (# rechazadas)' }) : ''
      return plural(allowed + denied, {
        one: `# solicitud ${span}${refused}`,
        other: `# solicitudes ${span}${refused}`,
      })
    },
    none: (days) => plural(days, { one: 'Sin solicitudes en # día', other: 'Sin solicitudes en # días' }),
    unavailable: 'No se pudo cargar el uso',
  },
  scopes: {
    none: 'Ninguno',
    more: (count) => `+${number(count)}`,
    all: (names) => `Permisos: ${names}`,
  },
  identify: {
    asking: 'Buscando esta clave…',
    found: 'Encontrada: {name}',
    notFound: 'No es una de sus claves',
    notAsked: 'No está entre las claves de esta página',
    cut: 'Clave incompleta: faltan caracteres',
    mistyped: 'Parece una clave, pero tiene una errata o está cortada',
    failed: 'No se pudo buscar esta clave',
    notSent: 'No se ha enviado al servidor',
  },
  hygiene: {
    title: (count, days) => {
      const span = plural(days, { one: '# día', other: '# días' })
      return plural(count, {
        one: `# clave sin uso desde hace ${span}`,
        other: `# claves sin uso desde hace ${span}`,
      })
    },
    review: 'Revisar',
    dismiss: 'Ahora no',
  },
  loading: { label: 'Cargando las claves de API', slow: 'Todavía cargando…', dialog: 'Cargando…' },
  refreshing: 'Actualizando',
  empty: {
    title: 'Aún no hay claves de API',
    description: 'Cree una clave para llamar a la API desde su servidor.',
    action: 'Crear la primera clave',
    notAllowed: 'Puede ver las claves, pero no crearlas. Consulte a un administrador.',
  },
  filteredEmpty: {
    title: 'Ninguna clave coincide con «{search}»',
    description: 'Busque otra parte del nombre.',
    byStatus: {
      title: 'Ninguna clave tiene este estado',
      description: 'Elija otro estado o véalas todas.',
      clear: 'Mostrar todas',
    },
  },
  error: {
    title: 'No se pudieron cargar las claves',
    retry: 'Reintentar',
    requestId: 'Solicitud {id}',
    staleData: (time) => `Última actualización de las claves: ${time}`,
    rateLimited: (seconds) =>
      plural(seconds, {
        one: 'Demasiadas solicitudes. Reintente en # segundo.',
        other: 'Demasiadas solicitudes. Reintente en # segundos.',
      }),
    secretNotLoaded:
      'Su nueva clave está lista, pero no se pudo mostrar. Reintente. Si recarga la página, la perderá.',
    reading: {
      unreachable: 'No se pudo contactar con el servidor.',
      timeout: 'El servidor tardó demasiado en responder.',
      not_found:
        'No hay ningún servicio de claves en esta dirección. Quien configuró esta página debe comprobar baseUrl.',
    },
    byCode: {
      name_taken: 'Otra clave ya tiene este nombre. Elija uno distinto.',
      key_limit_reached: 'Ha alcanzado el número máximo de claves. Revoque una para crear otra.',
      key_not_rotatable:
        'Solo se puede rotar una clave que funcione y que aún no se haya reemplazado. Si reemplazó a otra, finalice antes esa transición.',
      key_not_updatable: 'Esta clave ya no se puede modificar.',
      key_revoked: 'Otra persona revocó esta clave mientras tanto. No se cambió nada.',
      version_conflict: 'Alguien modificó esta clave mientras tanto. Revísela y repita el cambio.',
      not_found: 'Esta clave ya no existe.',
      unauthenticated: 'Su sesión ha terminado. Inicie sesión de nuevo.',
      reauthentication_required: 'Para esto primero tiene que iniciar sesión de nuevo.',
      forbidden: 'No tiene permiso para hacer esto.',
      rate_limited: 'Demasiadas solicitudes. Reintente en un momento.',
      store_unavailable: 'El servicio no está disponible en este momento. Reintente.',
      validation_failed: 'No se aceptó una parte de lo que introdujo. Revísela y reintente.',
      idempotency_conflict: 'El primer intento sigue en curso. Reintente en un momento.',
      not_loaded: 'No se pudo cargar una parte de esta página. No se envió nada. Recargue la página.',
      offline: 'No tiene conexión, así que no se envió nada. Reintente cuando recupere la conexión.',
      unreachable: 'No se pudo contactar con el servidor. Consulte la lista antes de reintentar.',
      timeout: 'El servidor tardó demasiado en responder. Consulte la lista antes de reintentar.',
      unknown: 'Se ha producido un error. Reintente.',
    },
  },
  offline: {
    title: 'No tiene conexión.',
    description: 'Es posible que las claves de abajo no estén al día.',
    reason: 'No disponible sin conexión.',
  },
  quota: (max) =>
    plural(max, {
      one: 'Tiene 1 de 1 clave. Revóquela para crear otra.',
      other: 'Tiene # de # claves. Revoque una para crear otra.',
    }),
  announce: {
    loaded: (count) => plural(count, { one: '# clave de API', other: '# claves de API' }),
    results: (count) => plural(count, { one: '# resultado', other: '# resultados' }),
    created: (name) => `Se ha creado ${name}. Copie la clave ahora.`,
    rotated: (name) => `Se ha rotado ${name}. Copie la nueva clave ahora.`,
    revoked: (name) => `Se ha revocado ${name}.`,
    renamed: (name) => `El nuevo nombre es ${name}.`,
    saved: (name) => `Se han guardado los cambios de ${name}.`,
    disabled: (name) => `Se ha desactivado ${name}.`,
    enabled: (name) => `Se ha activado ${name}.`,
    copied: 'Copiado',
    copyFailed: 'Se bloqueó la copia. La clave está seleccionada.',
    failed: (name, reason) => `${name}: ${reason}`,
    idNotCopied: 'Se bloqueó la copia. Copie el ID de la clave desde los detalles.',
    overlapEnding: (name, time) => `La clave anterior de ${name} deja de funcionar en ${time}.`,
    overlapEnded: (name) => `La clave anterior de ${name} ya no funciona.`,
    offline: 'No tiene conexión.',
    online: 'Vuelve a tener conexión.',
  },
}
