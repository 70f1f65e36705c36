import type { DialogStrings } from '../dialog-strings.js'
import { pluralForms } from '../plural-forms.js'

const plural = pluralForms('es')
const { format: number } = new Intl.NumberFormat('es')

/** What the dialogs say in Spanish. */
export const dialogs: DialogStrings = {
  bulk: {
    title: {
      revoke: (count) => plural(count, { one: '¿Revocar # clave?', other: '¿Revocar # claves?' }),
      disable: (count) => plural(count, { one: '¿Desactivar # clave?', other: '¿Desactivar # claves?' }),
      enable: (count) => plural(count, { one: '¿Activar # clave?', other: '¿Activar # claves?' }),
    },
    description: {
      revoke: 'Las solicitudes que usen estas claves fallarán de inmediato. No se puede deshacer.',
      disable: 'Las solicitudes que usen estas claves fallarán hasta que las vuelva a activar.',
      enable: 'Estas claves volverán a funcionar de inmediato.',
    },
    more: (count) => plural(count, { other: 'y # más' }),
    typeCount: 'Escriba {count} para confirmar',
    confirmCount: 'Escriba {count} para confirmar.',
    submit: {
      revoke: (count) => plural(count, { one: 'Revocar # clave', other: 'Revocar # claves' }),
      disable: (count) => plural(count, { one: 'Desactivar # clave', other: 'Desactivar # claves' }),
      enable: (count) => plural(count, { one: 'Activar # clave', other: 'Activar # claves' }),
    },
    running: {
      revoke: (done, total) => `Revocando ${number(done)} de ${number(total)}…`,
      disable: (done, total) => `Desactivando ${number(done)} de ${number(total)}…`,
      enable: (done, total) => `Activando ${number(done)} de ${number(total)}…`,
    },
    stop: 'Detener',
    done: {
      revoke: (count) => plural(count, { one: '# revocada', other: '# revocadas' }),
      disable: (count) => plural(count, { one: '# desactivada', other: '# desactivadas' }),
      enable: (count) => plural(count, { one: '# activada', other: '# activadas' }),
    },
    partial: {
      revoke: (done, failed) =>
        `${plural(done, { one: '# revocada', other: '# revocadas' })}, ${number(failed)} con error`,
      disable: (done, failed) =>
        `${plural(done, { one: '# desactivada', other: '# desactivadas' })}, ${number(failed)} con error`,
      enable: (done, failed) =>
        `${plural(done, { one: '# activada', other: '# activadas' })}, ${number(failed)} con error`,
    },
    skipped: 'No se intentó',
    retry: 'Reintentar las fallidas',
  },
  validation: {
    nameRequired: 'Escriba un nombre.',
    nameTooLong: (max) => `Use como máximo ${number(max)} caracteres.`,
    nameInvisible: 'Quite los caracteres invisibles o de control.',
    expiryMissing: 'Elija una fecha.',
    expiryPast: 'Elija una fecha futura.',
    expiryTooLong: (date) => `Elija una fecha no posterior al ${date}.`,
    scopesRequired: 'Elija al menos un permiso.',
    confirmName: 'Escriba {name} para confirmar.',
  },
  create: {
    title: 'Crear clave de API',
    description: 'Verá la clave completa una sola vez, en el paso siguiente.',
    nameHint: '¿Dónde se usará? Por ejemplo, «github-actions» o «billing-worker».',
    environmentLabel: 'Entorno',
    environment: { live: 'Producción', test: 'Pruebas' },
    expiryLabel: 'Caducidad',
    expiryEcho: (date) => `Deja de funcionar el ${date}.`,
    expiryNever: 'Nunca',
    expiryCustom: 'Otra fecha…',
    expiryDateLabel: 'Último día',
    expiryNeverWarning: 'Las claves que nunca caducan son las que se filtran. Es preferible 1 año o menos.',
    permissionsMissing:
      'No se pudieron cargar los permisos. Una clave creada ahora no podrá hacer nada hasta que la edites.',
    preset: {
      full: { label: 'Acceso completo', description: 'Todo lo que ofrece la API: leer y modificar.' },
      read: { label: 'Solo lectura', description: 'Puede verlo todo y no modificar nada.' },
      restricted: { label: 'Restringido', description: 'Solo lo que marque aquí.' },
    },
    scopesSelected: (count) => plural(count, { one: '# seleccionado', other: '# seleccionados' }),
    linked:
      'Un enlace ha rellenado este formulario. Revise el nombre, la caducidad y los permisos antes de crear la clave.',
    linkedUnknown: 'Se omiten porque aquí no existen: {scopes}.',
    submit: 'Crear clave',
    submitting: 'Creando…',
    waits: 'La clave se está creando. Si sale ahora, es posible que nunca la vea.',
    waitsLong: 'Está tardando mucho. Puede cancelar, pero es posible que la clave ya se haya creado.',
  },
  discard: {
    title: '¿Descartar lo introducido?',
    description: 'Todavía no se ha guardado nada.',
    closeAnyway: 'Descartar',
    back: 'Seguir editando',
  },
  secret: {
    titleCreated: 'Guarde su clave',
    titleRotated: 'Clave rotada',
    titleGone: 'La clave ya no se muestra',
    titleUnknown: 'No pudimos confirmar el resultado',
    onlyOnce: '{name} está lista. Es la única vez que se muestra la clave completa.',
    oldKeyUntil: 'La clave anterior {key} funciona hasta el {date}.',
    oldKeyRevoked: 'La clave anterior {key} ya no funciona.',
    label: 'Clave de API',
    hidden: 'oculta',
    show: 'Mostrar la clave',
    hide: 'Ocultar la clave',
    copy: 'Copiar',
    copyFailed:
      'Su navegador bloqueó la copia. La clave está seleccionada: pulse ⌘C o Ctrl+C y marque después la casilla.',
    savedCheckbox: 'He guardado esta clave',
    warning:
      'Guárdela ahora en un gestor de secretos o en un archivo .env. Si la pierde, reemplácela: no se puede recuperar.',
    copyAndClose: 'Copiar y cerrar',
    done: 'Listo',
    gone: 'Se ha quitado de esta página por seguridad. Si no la guardó, reemplace la clave.',
    unknown:
      'Se perdió la conexión por el camino. Si la clave está en la lista, reemplácela por una que pueda copiar.',
    unknownNamed: 'No pudimos confirmarlo. Consulte la lista; si «{name}» aparece, reemplácela.',
    closeConfirm: {
      title: '¿Cerrar sin guardar la clave?',
      description: 'Aún no la ha copiado. No podremos volver a mostrarla.',
      closeAnyway: 'Cerrar de todos modos',
      back: 'Volver',
    },
  },
  rotate: {
    title: 'Rotar clave',
    description:
      'Obtendrá una clave nueva. La anterior sigue funcionando el tiempo que necesite para reemplazarla.',
    overlapLabel: 'La clave anterior sigue funcionando durante',
    overlapNow: 'Revocar ahora',
    overlapUntil: (date) => `La clave anterior deja de funcionar el ${date}.`,
    overlapNowEcho:
      'La clave anterior deja de funcionar de inmediato. Las solicitudes que aún la usen fallarán.',
    keeps: 'La clave nueva conserva el nombre, los permisos y los límites de IP.',
    submit: 'Rotar clave',
  },
  revoke: {
    title: '¿Revocar «{name}»?',
    description: 'Las solicitudes que usen esta clave fallarán de inmediato. No se puede deshacer.',
    leavesList: 'Las claves revocadas también desaparecen de esta lista.',
    recentUse: (time) => `Usada ${time ?? 'ahora mismo'}. Algo todavía depende de ella.`,
    typeToConfirm: 'Escriba {name} para confirmar',
    oldGoesOn:
      'La clave anterior {key} sigue funcionando hasta {date}. Revóquela también si nadie debe tener acceso.',
    oldMayGoOn:
      'Esta clave sustituyó a otra. Si esa aún está en su periodo de transición, sigue funcionando.',
    newGoesOn: 'La clave nueva {key} sigue funcionando.',
    disableInstead: 'Mejor desactivar',
    submit: 'Revocar clave',
  },
  rename: {
    title: 'Cambiar el nombre de la clave',
    submit: 'Guardar nombre',
  },
  advanced: { label: 'Opciones avanzadas' },
  scopePicker: {
    search: 'Buscar permisos',
    results: (count) => plural(count, { one: '# permiso encontrado', other: '# permisos encontrados' }),
    noResults: 'Ningún permiso coincide con «{search}».',
    clear: 'Quitar selección',
  },
  ranges: {
    label: 'Direcciones permitidas',
    hint: 'Direcciones o rangos que pueden usar esta clave. Déjelo vacío para aceptar cualquier dirección.',
    placeholder: '203.0.113.0/24',
    add: 'Añadir',
    remove: (range) => `Quitar ${range}`,
    list: 'Direcciones que pueden usar esta clave',
    invalid: (line) => `«${line}» no es una dirección. Escriba 203.0.113.7 o un rango como 203.0.113.0/24.`,
    tooMany: (max) => `Use como máximo ${number(max)} direcciones.`,
    everywhere: 'Este rango acepta cualquier dirección.',
  },
  note: {
    label: 'Descripción',
    hint: 'Para quien se ocupe después de esta clave: para qué sirve y dónde se guarda.',
  },
  snippet: {
    label: 'Usar esta clave',
    copy: (language) => `Copiar para ${language}`,
    hidden: 'La clave está oculta aquí y se incluye al copiar.',
    failed: 'Su navegador bloqueó la copia. Copie a mano la clave de arriba.',
    download: 'Descargar .env',
    comment: {
      name: (name) => `Clave de API «${name}»`,
      expires: (date) => `Caducidad: ${date}`,
    },
  },
  verify: {
    run: 'Probar clave',
    running: 'Probando…',
    ok: (status, milliseconds) => {
      const answer = status === null ? 'La clave funciona' : `${status} OK`
      return milliseconds === null ? `${answer}.` : `${answer} en ${number(milliseconds)} ms.`
    },
    refused: (status) =>
      status === null ? 'La clave fue rechazada.' : `La clave fue rechazada con el código ${status}.`,
    unreachable: 'La llamada de prueba no obtuvo respuesta. Esto no dice nada sobre la clave.',
  },
  secretTime: {
    ending: 'Por seguridad, la clave desaparecerá de esta página en menos de un minuto.',
    left: (time) => `Quedan ${time}`,
    extend: 'Mantenerla aquí',
  },
  cockpit: {
    title: 'Reemplazo de esta clave',
    lastUsed: (time) => `Último uso de la clave anterior: ${time ?? 'ahora mismo'}`,
    neverUsed: 'La clave anterior nunca se usó',
    stillUsed: 'Algo sigue usando la clave anterior.',
    quiet: (time) => `Sin solicitudes desde hace ${time}: puede revocarla.`,
    revoke: 'Revocar ya la clave anterior',
  },
  extend: {
    title: 'Ampliar la transición',
    description: 'Ambas claves funcionan hasta entonces.',
    current: (date) => `Por ahora, la clave anterior deja de funcionar el ${date}.`,
    label: 'Mantener la clave anterior desde ahora durante',
    longest: 'Todo lo permitido',
    none: 'La transición ya es tan larga como se permite. Pase a la clave nueva lo que aún use la anterior.',
    submit: 'Ampliar la transición',
    submitting: 'Ampliando…',
  },
  edit: {
    title: 'Editar clave',
    description: 'Los cambios se aplican desde la próxima solicitud. La clave en sí no cambia.',
    keep: (end) => `Mantener: ${end}`,
    submit: 'Guardar cambios',
    conflict: {
      title: 'Otra persona la ha modificado.',
      changed: (fields) =>
        `Novedades desde que abrió esta ventana: ${fields}. Recargue para verlas; lo que ha introducido se conserva.`,
      reload: 'Recargar',
      reloading: 'Leyendo la clave de nuevo…',
    },
  },
  details: {
    title: 'Detalles de «{name}»',
    facts: 'Propiedades',
    id: 'ID de la clave',
    created: 'Creación',
    updated: 'Último cambio',
    anyAddress: 'Cualquier dirección',
    noDescription: 'Ninguna',
    rateLimit: 'Límite de solicitudes',
    usualRateLimit: 'El habitual',
    rateLimitOf: (limit, seconds) => `${number(limit)} solicitudes cada ${seconds}`,
    disabled: 'Desactivada',
    revoked: 'Revocada',
    revokedReason: 'Motivo',
    lineage: 'Rotación',
    replaces: 'Reemplaza a',
    replacedBy: 'Reemplazada por',
    unknownKey: 'Una clave que no está en esta página',
  },
  usageTable: {
    title: 'Uso',
    caption: (days) =>
      plural(days, {
        one: 'Solicitudes del último día. Se omiten los días sin solicitudes.',
        other:
          'Solicitudes por día en los últimos # días, las más recientes primero. Se omiten los días sin solicitudes.',
      }),
    day: 'Día',
    allowed: 'Aceptadas',
    denied: 'Rechazadas',
    total: 'Total',
    none: 'Aún no hay solicitudes.',
  },
  activity: {
    title: 'Actividad',
    loading: 'Cargando la actividad…',
    empty: 'Aún no ha pasado nada.',
    failed: 'No se pudo cargar la actividad.',
    more: 'Cargar más',
    loadingMore: 'Cargando…',
    event: {
      created: 'Creada',
      updated: 'Modificada',
      disabled: 'Desactivada',
      enabled: 'Activada',
      rotated: 'Rotada',
      revoked: 'Revocada',
      refused: 'Solicitud rechazada',
      leaked: 'Encontrada en público',
      consumer_suspended: 'Cuenta suspendida',
      consumer_resumed: 'Cuenta reactivada',
    },
    by: 'por {name}',
    from: 'desde {address}',
    changed: (fields) => `Modificado: ${fields}`,
    field: {
      name: 'nombre',
      description: 'descripción',
      scopes: 'permisos',
      expiresAt: 'caducidad',
      ipAllowlist: 'direcciones permitidas',
      rateLimit: 'límite de solicitudes',
      enabled: 'desactivación o activación',
      overlapEndsAt: 'fin de la transición',
      disabledAt: 'desactivación o activación',
      revokedAt: 'revocación',
    },
    reason: {
      invalid_key: 'clave incorrecta',
      key_revoked: 'la clave estaba revocada',
      key_expired: 'la clave había caducado',
      key_disabled: 'la clave estaba desactivada',
      consumer_suspended: 'la cuenta estaba suspendida',
      insufficient_scope: 'faltaba un permiso',
      ip_not_allowed: 'la dirección no estaba permitida',
      rate_limited: 'demasiadas solicitudes',
      leaked: 'la clave se encontró en público',
    },
  },
}
