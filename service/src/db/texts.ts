export const databaseTexts = {
  newer: (migrations: readonly string[]) =>
    `База данных обновлена более новой версией Obmen (${migrations.join(', ')}): запустите ту версию ` +
    'или новее.',
  notBuilt: (migrations: readonly string[]) =>
    `Исходники Obmen новее, чем собранная программа (${migrations.join(', ')}): соберите её командой ` +
    '«npm ci --include=dev --include=optional» и повторите. База данных не изменена.',
  serverTooOld: (version: string) => `PostgreSQL ${version} не подходит: нужен PostgreSQL 14 или новее.`,
  notUtf8: (encoding: string) =>
    `База данных создана в кодировке ${encoding}, а нужна UTF8: создайте другую (create database … ` +
    `encoding 'UTF8' template template0) и укажите её в DATABASE_URL.`,
  mayNotCreate: () =>
    'Пользователю из DATABASE_URL нельзя создавать таблицы: сделайте его владельцем базы (alter ' +
    'database … owner to …) и повторите.',
}
