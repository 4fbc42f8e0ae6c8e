/** Why a database can't be copied into another. */
export const copyTexts = {
  targetHoldsData: (table: string) =>
    `В базе назначения уже есть данные (таблица ${table}): переносить можно только в пустую базу, ` +
    `создайте новую (create database … encoding 'UTF8' template template0).`,
  targetForeign: (database: string, names: readonly string[]) => {
    const shown = names.slice(0, 5).join(', ') + (names.length > 5 ? ` и ещё ${names.length - 5}` : '')
    return (
      `В базе назначения «${database}» уже есть чужие таблицы (${shown}): она осталась как была. ` +
      `Переносить можно только в пустую базу, создайте новую (create database … encoding 'UTF8' ` +
      'template template0).'
    )
  },
  busy: {
    source:
      'В исходную базу пишет другой процесс дольше 30 секунд: остановите obmen serve и другие ' +
      'команды и повторите.',
    target:
      'База назначения занята другим процессом дольше 30 секунд: остановите то, что к ней ' +
      'подключено, и повторите.',
  },
  diskFull: {
    source: 'На диске исходной базы кончилось место: освободите его и повторите.',
    target: 'На диске базы назначения кончилось место: освободите его и повторите. В ней ничего не осталось.',
  },
  sides: { source: 'исходная база', target: 'база назначения' },
  failed: (side: string, detail: string) =>
    `Перенос не закончен, в базе назначения ничего не осталось: ${side} ответила «${detail}». ` +
    'Устраните причину и повторите.',
  sourceEmpty:
    'В исходной базе нет ни одной локации, переносить нечего: проверьте DATA_DIR или DATABASE_URL.',
  tableMissing: (table: string) =>
    `В исходной базе нет таблицы ${table}, хотя миграции выполнены: база повреждена, восстановите её ` +
    'из копии.',
  tableDiffers: (table: string) =>
    `Таблица ${table} в исходной базе и в базе назначения устроена по-разному: кто-то менял её ` +
    'вручную, верните прежние столбцы.',
  countsDiffer: (table: string, sent: number, arrived: number) =>
    `В таблице ${table} было строк ${sent}, а пришло ${arrived}: перенос отменён, в базе назначения ` +
    'ничего не осталось.',
}
