/** Words of messages about alarms, in the language of who reads them. */
export const ALARM_TEXTS = {
  ru: {
    still: (subject: string) => `Всё ещё: ${subject}`,
    over: (subject: string) => `Закончилось: ${subject}`,
    andMore: (count: number) => ` (и ещё ${count})`,
    rest: (count: number) => `И ещё ${count} из того, что требует внимания`,
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
    rest: (count: number) => `And ${count} more of what needs attention`,
    server: 'the Obmen server',
    toDo: (action: string) => `What to do: ${action}`,
    nothingToDo: 'There is nothing to do.',
    open: 'Open',
    why: 'This is how Obmen tells of what needs attention. To choose of what and how:',
    testSubject: 'A test of Obmen’s alarms',
    test: 'If you read this, messages arrive.',
  },
}

export const INVITATION_TEXTS = {
  ru: {
    subject: (place: string | null) => `Приглашение в Обмен${place === null ? '' : `: ${place}`}`,
    invited: (role: string, place: string | null) =>
      `Вас приглашают в Обмен: ${role}${place === null ? '' : `, локация «${place}»`}.`,
    accept: (until: string) => `Откройте ссылку, чтобы принять приглашение. Она действует до ${until}.`,
    open: 'Принять приглашение',
    mistake: 'Если вы не ждали этого письма, ничего не делайте.',
    roles: {
      'location-administrator': 'администратор локации',
      accountant: 'бухгалтер',
      'system-operator': 'системный оператор',
    },
  },
  en: {
    subject: (place: string | null) => `Invitation to Obmen${place === null ? '' : `: ${place}`}`,
    invited: (role: string, place: string | null) =>
      `You are invited to Obmen: ${role}${place === null ? '' : `, location “${place}”`}.`,
    accept: (until: string) => `Open the link to accept the invitation. It is good until ${until}.`,
    open: 'Accept the invitation',
    mistake: 'If you did not expect this mail, do nothing.',
    roles: {
      'location-administrator': 'administrator of a location',
      accountant: 'accountant',
      'system-operator': 'operator of the system',
    },
  },
}
