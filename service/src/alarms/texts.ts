/** Words of messages about alarms, in the language of who reads them. */
export const ALARM_TEXTS = {
  ru: {
    still: (subject: string) => `Всё ещё: ${subject}`,
    over: (subject: string) => `Закончилось: ${subject}`,
    andMore: (count: number) => ` (и ещё ${count})`,
    server: 'сервер Обмена',
    toDo: (action: string) => `Что делать: ${action}`,
    nothingToDo: 'Делать ничего не нужно.',
    open: 'Открыть',
    why: 'Так Обмен сообщает о том, что требует внимания. Выбрать, о чём и как:',
    testSubject: 'Проверка оповещений Обмена',
    test: 'Если вы это читаете, сообщения доходят.',
  },
  en: {
    still: (subject: string) => `Still: ${subject}`,
    over: (subject: string) => `Over: ${subject}`,
    andMore: (count: number) => ` (and ${count} more)`,
    server: 'the Obmen server',
    toDo: (action: string) => `What to do: ${action}`,
    nothingToDo: 'There is nothing to do.',
    open: 'Open',
    why: 'This is how Obmen tells of what needs attention. To choose of what and how:',
    testSubject: 'A test of Obmen’s alarms',
    test: 'If you read this, messages arrive.',
  },
}
