import type { ListStrings } from '../list-strings.js'
import { pluralForms } from '../plural-forms.js'

const plural = pluralForms('pt-BR')
const { format: number } = new Intl.NumberFormat('pt-BR')

/** What a page with the list says in Brazilian Portuguese. */
export const list: ListStrings = {
  locale: 'pt-BR',
  dir: 'ltr',
  title: 'Chaves de API',
  description: 'Elas autenticam as requisições dos seus servidores. Trate-as como senhas.',
  createKey: 'Criar chave',
  close: 'Fechar',
  cancel: 'Cancelar',
  search: {
    label: 'Buscar chaves',
    placeholder: 'Buscar ou colar uma chave',
    clear: 'Limpar busca',
  },
  columns: {
    name: 'Nome',
    key: 'Chave',
    scopes: 'Permissões',
    status: 'Situação',
    lastUsed: 'Último uso',
    expires: 'Validade',
    usage: '30 dias',
    actions: 'Ações',
  },
  key: {
    ending: ' … terminada em ',
    created: (creator, date) => (creator === null ? `Criada em ${date}` : `${creator} · ${date}`),
    replacedBy: 'Substituída por {name}',
    replaces: 'Substitui {name}',
    managedBy: 'Gerenciada por {name}',
    fresh: 'Nova',
    old: '(antiga)',
  },
  status: {
    active: 'Ativa',
    expiring: (when) => `Expira ${when}`,
    rotating: (time) => `Em rotação · mais ${time}`,
    disabled: 'Desativada',
    expired: 'Expirada',
    revoked: 'Revogada',
    unused: 'Nunca usada',
  },
  lastUsed: { never: 'Nunca', justNow: 'Agora mesmo', label: 'Usada' },
  expires: { never: 'Nunca expira', label: 'Expira' },
  pending: {
    update: 'Salvando…',
    rotate: 'Rotacionando…',
    disable: 'Desativando…',
    enable: 'Ativando…',
    revoke: 'Revogando…',
  },
  menu: {
    label: (name) => `Ações de ${name}`,
    rename: 'Renomear…',
    rotate: 'Rotacionar…',
    edit: 'Editar…',
    details: 'Detalhes…',
    extend: 'Estender a transição…',
    revokeOld: 'Revogar a chave antiga agora…',
    replace: 'Criar substituta…',
    disable: 'Desativar',
    enable: 'Ativar',
    copyId: 'Copiar ID da chave',
    revoke: 'Revogar…',
  },
  summary: {
    keys: (count) => plural(count, { one: '# chave', other: '# chaves' }),
    expiringSoon: (count) => plural(count, { one: '# expira esta semana', other: '# expiram esta semana' }),
    unused: (count) => plural(count, { one: '# nunca usada', other: '# nunca usadas' }),
    hidden: (count) =>
      plural(count, {
        one: '# chave revogada antiga está oculta',
        other: '# chaves revogadas antigas estão ocultas',
      }),
    showHidden: 'Mostrar',
  },
  pager: {
    label: 'Páginas de chaves de API',
    range: (first, last, total) => `${number(first)}–${number(last)} de ${number(total)}`,
    previous: 'Anterior',
    next: 'Próxima',
    pageSize: 'Chaves por página',
  },
  filter: {
    label: 'Filtrar por situação',
    all: 'Todas',
    status: (chosen) => `Situação: ${chosen}`,
    several: (count) => plural(count, { one: '# selecionada', other: '# selecionadas' }),
    expiring: 'Expira em breve',
    rotating: 'Em rotação',
    stale: 'Sem uso recente',
  },
  sort: {
    label: 'Ordenar chaves',
    by: { createdAt: 'Criação', name: 'Nome', lastUsedAt: 'Último uso', expiresAt: 'Validade' },
    direction: {
      createdAt: { asc: 'Mais antigas primeiro', desc: 'Mais recentes primeiro' },
      name: { asc: 'De A a Z', desc: 'De Z a A' },
      lastUsedAt: { asc: 'Uso menos recente primeiro', desc: 'Uso mais recente primeiro' },
      expiresAt: { asc: 'As que expiram antes primeiro', desc: 'As que expiram depois primeiro' },
    },
    current: (by, direction) => `Ordem: ${by}, ${direction}`,
  },
  selection: {
    all: 'Selecionar todas as chaves desta página',
    allShort: 'Selecionar tudo',
    key: (name) => `Selecionar ${name}`,
    count: (count) => plural(count, { one: '# selecionada', other: '# selecionadas' }),
    clear: 'Limpar seleção',
  },
  bulkBar: {
    label: 'Chaves selecionadas',
    action: { revoke: 'Revogar…', disable: 'Desativar…', enable: 'Ativar' },
  },
  usage: {
    sentence: (allowed, denied, days) => {
      const span = plural(days, { one: 'em # dia', other: 'em # dias' })
      const refused = denied > 0 ? plural(denied, { one: ' (# recusada)', other: ' (# recusadas)' }) : ''
      return plural(allowed + denied, {
        one: `# requisição ${span}${refused}`,
        other: `# requisições ${span}${refused}`,
      })
    },
    none: (days) =>
      plural(days, { one: 'Nenhuma requisição em # dia', other: 'Nenhuma requisição em # dias' }),
    unavailable: 'Não foi possível carregar o uso',
  },
  scopes: {
    none: 'Nenhuma',
    more: (count) => `+${number(count)}`,
    all: (names) => `Permissões: ${names}`,
  },
  identify: {
    asking: 'Procurando esta chave…',
    found: 'Encontrada: {name}',
    notFound: 'Não é uma das suas chaves',
    notAsked: 'Não está entre as chaves desta página',
    cut: 'Chave incompleta: faltam caracteres',
    mistyped: 'Parece uma chave, mas tem um erro de digitação ou foi cortada',
    failed: 'Não foi possível procurar esta chave',
    notSent: 'Não enviada ao servidor',
  },
  hygiene: {
    title: (count, days) => {
      const span = plural(days, { one: '# dia', other: '# dias' })
      return plural(count, { one: `# chave sem uso há ${span}`, other: `# chaves sem uso há ${span}` })
    },
    review: 'Revisar',
    dismiss: 'Agora não',
  },
  loading: { label: 'Carregando chaves de API', slow: 'Ainda carregando…', dialog: 'Carregando…' },
  refreshing: 'Atualizando',
  empty: {
    title: 'Ainda não há chaves de API',
    description: 'Crie uma chave para chamar a API a partir do seu servidor.',
    action: 'Criar a primeira chave',
    notAllowed: 'Você pode ver as chaves aqui, mas não criá-las. Fale com um administrador.',
  },
  filteredEmpty: {
    title: 'Nenhuma chave corresponde a “{search}”',
    description: 'Busque outra parte do nome.',
    byStatus: {
      title: 'Nenhuma chave está nesta situação',
      description: 'Escolha outra situação ou veja todas.',
      clear: 'Mostrar todas',
    },
  },
  error: {
    title: 'Não foi possível carregar as chaves',
    retry: 'Tentar novamente',
    requestId: 'Requisição {id}',
    staleData: (time) => `Chaves conforme os dados de ${time}.`,
    rateLimited: (seconds) =>
      plural(seconds, {
        one: 'Muitas requisições. Tente novamente em # segundo.',
        other: 'Muitas requisições. Tente novamente em # segundos.',
      }),
    secretNotLoaded:
      'Sua nova chave está pronta, mas não foi possível exibi-la. Tente novamente. Se você recarregar a página, ela será perdida.',
    reading: {
      unreachable: 'Não foi possível acessar o servidor.',
      timeout: 'O servidor demorou demais para responder.',
      not_found:
        'Não há nenhum serviço de chaves neste endereço. Quem configurou esta página deve conferir baseUrl.',
    },
    byCode: {
      name_taken: 'Outra chave já tem este nome. Escolha um diferente.',
      key_limit_reached: 'Você atingiu o número máximo de chaves. Revogue uma para criar outra.',
      key_not_rotatable:
        'Só é possível rotacionar uma chave que funcione e ainda não tenha sido substituída. Se ela substituiu outra, encerre essa transição antes.',
      key_not_updatable: 'Esta chave não pode mais ser alterada.',
      key_revoked: 'Outra pessoa revogou esta chave nesse meio-tempo. Nada foi alterado.',
      version_conflict: 'Alguém alterou esta chave nesse meio-tempo. Confira-a e repita a alteração.',
      not_found: 'Esta chave não existe mais.',
      unauthenticated: 'Sua sessão terminou. Faça login novamente.',
      reauthentication_required: 'Para isso, faça login novamente.',
      forbidden: 'Você não tem permissão para fazer isso.',
      rate_limited: 'Muitas requisições. Tente novamente em instantes.',
      store_unavailable: 'O serviço está indisponível no momento. Tente novamente.',
      validation_failed: 'Parte do que você informou não foi aceita. Confira e tente novamente.',
      idempotency_conflict: 'A primeira tentativa ainda está em andamento. Tente novamente em instantes.',
      not_loaded: 'Não foi possível carregar uma parte desta página. Nada foi enviado. Recarregue a página.',
      offline: 'Você está sem conexão, por isso nada foi enviado. Tente novamente quando ela voltar.',
      unreachable: 'Não foi possível acessar o servidor. Confira a lista antes de tentar novamente.',
      timeout: 'O servidor demorou demais para responder. Confira a lista antes de tentar novamente.',
      unknown: 'Algo deu errado. Tente novamente.',
    },
  },
  offline: {
    title: 'Você está sem conexão.',
    description: 'As chaves abaixo podem estar desatualizadas.',
    reason: 'Indisponível sem conexão.',
  },
  quota: (max) =>
    plural(max, {
      one: 'Você tem 1 de 1 chave. Revogue-a para criar outra.',
      other: 'Você tem # de # chaves. Revogue uma para criar outra.',
    }),
  announce: {
    loaded: (count) => plural(count, { one: '# chave de API', other: '# chaves de API' }),
    results: (count) => plural(count, { one: '# resultado', other: '# resultados' }),
    created: (name) => `${name} foi criada. Copie a chave agora.`,
    rotated: (name) => `${name} foi rotacionada. Copie a nova chave agora.`,
    revoked: (name) => `${name} foi revogada.`,
    renamed: (name) => `Renomeada para ${name}.`,
    saved: (name) => `As alterações de ${name} foram salvas.`,
    disabled: (name) => `${name} foi desativada.`,
    enabled: (name) => `${name} foi ativada.`,
    copied: 'Copiado',
    copyFailed: 'A cópia foi bloqueada. A chave está selecionada.',
    failed: (name, reason) => `${name}: ${reason}`,
    idNotCopied: 'A cópia foi bloqueada. Copie o ID da chave nos detalhes.',
    overlapEnding: (name, time) => `A chave antiga de ${name} deixa de funcionar em ${time}.`,
    overlapEnded: (name) => `A chave antiga de ${name} não funciona mais.`,
    offline: 'Você está sem conexão.',
    online: 'A conexão voltou.',
  },
}
