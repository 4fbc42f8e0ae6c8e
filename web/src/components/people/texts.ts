import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    about: {
      'location-administrator':
        'Администраторы локации видят её заказы и обмены, настраивают интеграции и приглашают других.',
      accountant:
        'Бухгалтеры видят заказы, обмены, находки и задачи выбранных компаний, выгружают их в ' +
        'таблицы и отмечают задачи. Менять они ничего не могут.',
      'system-operator':
        'Системные операторы следят за сервером и заводят локации. Заказов локаций они не видят.',
    },
    lists: {
      'location-administrator': 'Администраторы локации',
      accountant: 'Бухгалтеры',
      'system-operator': 'Системные операторы',
    },
    companies: 'Компании',
    companiesHelp: 'Чьи заказы, обмены, находки и задачи увидит бухгалтер.',
    companiesFind: 'Начните вводить название или ИНН',
    companiesNeeded: 'Выберите хотя бы одну компанию',
    companiesFailed: 'Список компаний не загрузился',
    chooseCompanies: 'Выбрать компании',
    companiesOf: (email: string) => `Компании: ${email}`,
    companiesChanged: (names: string[]) =>
      'Не сохранено: пока окно было открыто, компании изменил кто-то другой. Сейчас: ' +
      `${names.join(', ')}. Чтобы записать свой выбор, нажмите «Сохранить» ещё раз; чтобы оставить ` +
      'эти, закройте окно.',
    companiesSaved: (email: string) => `Компании для ${email} сохранены`,
    save: 'Сохранить',
    close: 'Закрыть',
    noneFound: 'Ничего не нашлось',
    columns: {
      person: 'Человек',
      companies: 'Компании',
      state: 'Состояние',
      lastSeen: 'Был в системе',
      actions: 'Действия',
    },
    you: 'это вы',
    active: 'работает',
    disabled: 'отключён',
    never: 'ещё не входил',
    actionsOf: (email: string) => `Действия: ${email}`,
    disable: 'Отключить вход',
    enable: 'Включить вход',
    remove: 'Забрать роль',
    disableQuestion: {
      title: (email: string) => `Отключить вход для ${email}?`,
      text:
        'Человек сразу выйдет из системы на всех устройствах и не сможет войти, пока вход не включат ' +
        'снова. Роль останется за ним. Токены API, которые он создал, продолжат работать: отозвать их ' +
        'можно на вкладке «Токены API».',
      action: 'Отключить вход',
    },
    removeQuestion: {
      title: (email: string) => `Забрать роль у ${email}?`,
      text: 'Человек перестанет видеть эти данные. Вернуть роль можно новым приглашением.',
      own:
        'Это ваша собственная роль: вы сразу потеряете доступ к этой странице, и вернуть его сможет ' +
        'только другой человек с этой ролью.',
      action: 'Забрать роль',
      tokens: 'Токены API, которые создал этот человек',
      tokensHelp:
        'Они продолжат работать. Отметьте те, которые нужно отозвать: программа с таким токеном ' +
        'сразу потеряет доступ.',
      revoke: (name: string) => `Отозвать «${name}»`,
      neverUsed: 'не использовался',
      used: (when: string) => `использован ${when}`,
    },
    disabledDone: (email: string) => `Вход для ${email} отключён`,
    enabledDone: (email: string) => `Вход для ${email} включён`,
    removedDone: (email: string) => `Роль у ${email} забрана`,
    invites: {
      'location-administrator': 'Пригласить',
      accountant: 'Пригласить бухгалтера',
      'system-operator': 'Пригласить',
    },
    invitation: {
      title: 'Пригласить человека',
      email: 'Электронная почта',
      emailHelp: 'Писем Обмен не отправляет: вы получите ссылку и передадите её сами.',
      emailNeeded: 'Введите адрес электронной почты',
      create: 'Создать приглашение',
      link: 'Ссылка-приглашение',
      readyFor: (email: string) => `Приглашение для ${email} готово`,
      once: (until: string) =>
        'Скопируйте ссылку и передайте её этому человеку: больше мы её не покажем. Она действует до ' +
        `${until} и сработает один раз.`,
      done: 'Готово',
    },
    pending: {
      title: 'Ждут ответа',
      text: 'Приглашения, которые ещё никто не принял.',
      email: 'Кого пригласили',
      created: 'Создано',
      expires: 'Действует до',
      revoke: 'Отозвать',
      revokeOf: (email: string) => `Отозвать приглашение: ${email}`,
      question: {
        title: (email: string) => `Отозвать приглашение для ${email}?`,
        text: 'Ссылка, которую вы передали, перестанет работать.',
        action: 'Отозвать',
      },
      revoked: (email: string) => `Приглашение для ${email} отозвано`,
    },
  },
  {
    about: {
      'location-administrator':
        'Location administrators see its orders and exchanges, set up integrations and invite others.',
      accountant:
        'Accountants see orders, exchanges, findings and tasks of the chosen companies, export them ' +
        'and mark tasks done. They change nothing else.',
      'system-operator':
        'System operators look after the server and make locations. They see no orders of locations.',
    },
    lists: {
      'location-administrator': 'Location administrators',
      accountant: 'Accountants',
      'system-operator': 'System operators',
    },
    companies: 'Companies',
    companiesHelp: 'Whose orders, exchanges, findings and tasks the accountant sees.',
    companiesFind: 'Type a name or an INN',
    companiesNeeded: 'Choose at least one company',
    companiesFailed: 'The companies did not load',
    chooseCompanies: 'Choose companies',
    companiesOf: (email: string) => `Companies: ${email}`,
    companiesChanged: (names: string[]) =>
      'Not saved: somebody else changed the companies while the window was open. Now: ' +
      `${names.join(', ')}. To write your own choice, press “Save” again; to keep these, close the ` +
      'window.',
    companiesSaved: (email: string) => `The companies for ${email} are saved`,
    save: 'Save',
    close: 'Close',
    noneFound: 'Nothing found',
    columns: {
      person: 'Person',
      companies: 'Companies',
      state: 'State',
      lastSeen: 'Last seen',
      actions: 'Actions',
    },
    you: 'you',
    active: 'active',
    disabled: 'disabled',
    never: 'never signed in',
    actionsOf: (email: string) => `Actions: ${email}`,
    disable: 'Disable sign-in',
    enable: 'Enable sign-in',
    remove: 'Take the role away',
    disableQuestion: {
      title: (email: string) => `Disable sign-in for ${email}?`,
      text:
        'The person is signed out everywhere at once and cannot sign in until it is enabled again. The ' +
        'role stays theirs. API tokens that they made go on working: revoke them on the tab "API ' +
        'tokens".',
      action: 'Disable sign-in',
    },
    removeQuestion: {
      title: (email: string) => `Take the role of ${email} away?`,
      text: 'The person will see this data no more. A new invitation can give the role back.',
      own:
        'This is your own role: you lose access to this page at once, and only somebody else with this ' +
        'role can give it back.',
      action: 'Take away',
      tokens: 'API tokens that this person made',
      tokensHelp:
        'They go on working. Tick those to be revoked: a program with such a token loses access at once.',
      revoke: (name: string) => `Revoke "${name}"`,
      neverUsed: 'never used',
      used: (when: string) => `used ${when}`,
    },
    disabledDone: (email: string) => `Sign-in for ${email} is disabled`,
    enabledDone: (email: string) => `Sign-in for ${email} is enabled`,
    removedDone: (email: string) => `${email} has lost the role`,
    invites: {
      'location-administrator': 'Invite',
      accountant: 'Invite an accountant',
      'system-operator': 'Invite',
    },
    invitation: {
      title: 'Invite a person',
      email: 'Email',
      emailHelp: 'Obmen sends no mail: you get a link and pass it on yourself.',
      emailNeeded: 'Enter an email address',
      create: 'Make the invitation',
      link: 'Invitation link',
      readyFor: (email: string) => `The invitation for ${email} is ready`,
      once: (until: string) =>
        `Copy the link and pass it on: it will not be shown again. It is good until ${until} and works once.`,
      done: 'Done',
    },
    pending: {
      title: 'Pending',
      text: 'Invitations that nobody has accepted yet.',
      email: 'Invited',
      created: 'Made',
      expires: 'Good until',
      revoke: 'Revoke',
      revokeOf: (email: string) => `Revoke the invitation: ${email}`,
      question: {
        title: (email: string) => `Revoke the invitation for ${email}?`,
        text: 'The link that you passed on will stop working.',
        action: 'Revoke',
      },
      revoked: (email: string) => `The invitation for ${email} is revoked`,
    },
  },
)
