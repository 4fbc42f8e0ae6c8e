export const TEXTS = {
  unnamedFile: 'файл',
  anyClient: (title: string, played: number) =>
    `${title} (программа ещё не узнана; из ${played}, что могут быть на другой стороне, показана та, ` +
    'которой труднее всего)',
}

/** What the server's operator should look at, in Russian. */
export const SYSTEM_TEXTS = {
  pendingMigrations: (names: readonly string[]) =>
    `База данных отстала от программы (${names.join(', ')}): выполните «obmen migrate».`,
  littleDisk: (path: string) =>
    `На диске с папкой ${path} осталось меньше гигабайта: освободите место, иначе заказы перестанут ` +
    'приниматься.',
  noPublicUrl:
    'PUBLIC_URL не задан: в адресе для 1С стоит адрес этого компьютера. Задайте адрес, по которому ' +
    'сервер виден 1С.',
}
