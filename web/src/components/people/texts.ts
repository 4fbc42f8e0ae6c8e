import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  about: {
    'location-administrator': [
      'Администраторы локации видят её заказы и обмены, настраивают интеграции и приглашают других.',
      'Location administrators see its orders and exchanges, set up integrations and invite others.',
    ],
    accountant: [
      'Бухгалтеры видят заказы, обмены, замечания и задачи выбранных компаний, выгружают их в ' +
        'таблицы и отмечают задачи. Менять они ничего не могут.',
      'Accountants see orders, exchanges, findings and tasks of the chosen companies, export them ' +
        'and mark tasks done. They change nothing else.',
    ],
    'system-operator': [
      'Системные операторы следят за сервером и заводят локации. Заказов локаций они не видят.',
      'System operators look after the server and make locations. They see no orders of locations.',
    ],
  },
  lists: {
    'location-administrator': ['Администраторы локации', 'Location administrators'],
    accountant: ['Бухгалтеры', 'Accountants'],
    'system-operator': ['Системные операторы', 'System operators'],
  },
  companies: ['Компании', 'Companies'],
  companiesHelp: [
    'Чьи заказы, обмены, замечания и задачи увидит бухгалтер.',
    'Whose orders, exchanges, findings and tasks the accountant sees.',
  ],
  companiesFind: ['Начните вводить название или ИНН', 'Type a name or an INN'],
  companiesNeeded: ['Выберите хотя бы одну компанию', 'Choose at least one company'],
  companiesFailed: ['Список компаний не загрузился', 'The companies did not load'],
  chooseCompanies: ['Выбрать компании', 'Choose companies'],
  companiesOf: [(email: string) => `Компании: ${email}`, (email: string) => `Companies: ${email}`],
  companiesChanged: [
    (names: string[]) =>
      'Не сохранено: пока окно было открыто, компании изменил кто-то другой. Сейчас: ' +
      `${names.join(', ')}. Чтобы записать свой выбор, нажмите «Сохранить» ещё раз; чтобы оставить ` +
      'эти, закройте окно.',
    (names: string[]) =>
      'Not saved: somebody else changed the companies while the window was open. Now: ' +
      `${names.join(', ')}. To write your own choice, press “Save” again; to keep these, close the ` +
      'window.',
  ],
  companiesSaved: [
    (email: string) => `Компании для ${email} сохранены`,
    (email: string) => `The companies for ${email} are saved`,
  ],
  save: ['Сохранить', 'Save'],
  close: ['Закрыть', 'Close'],
  noneFound: ['Ничего не нашлось', 'Nothing found'],
  columns: {
    person: ['Человек', 'Person'],
    companies: ['Компании', 'Companies'],
    state: ['Состояние', 'State'],
    lastSeen: ['Был в системе', 'Last seen'],
    actions: ['Действия', 'Actions'],
  },
  you: ['это вы', 'you'],
  active: ['работает', 'active'],
  disabled: ['отключён', 'disabled'],
  never: ['ещё не входил', 'never signed in'],
  actionsOf: [(email: string) => `Действия: ${email}`, (email: string) => `Actions: ${email}`],
  disable: ['Отключить вход', 'Disable sign-in'],
  enable: ['Включить вход', 'Enable sign-in'],
  remove: ['Забрать роль', 'Take the role away'],
  disableQuestion: {
    title: [
      (email: string) => `Отключить вход для ${email}?`,
      (email: string) => `Disable sign-in for ${email}?`,
    ],
    text: [
      'Человек сразу выйдет из системы на всех устройствах и не сможет войти, пока вход не включат ' +
        'снова. Роль останется за ним. Токены API, которые он создал, продолжат работать: отозвать их ' +
        'можно на вкладке «Токены API».',
      'The person is signed out everywhere at once and cannot sign in until it is enabled again. The ' +
        'role stays theirs. API tokens that they made go on working: revoke them on the tab "API ' +
        'tokens".',
    ],
    action: ['Отключить вход', 'Disable sign-in'],
  },
  removeQuestion: {
    title: [
      (email: string) => `Забрать роль у ${email}?`,
      (email: string) => `Take the role of ${email} away?`,
    ],
    text: [
      'Человек перестанет видеть эти данные. Вернуть роль можно новым приглашением.',
      'The person will see this data no more. A new invitation can give the role back.',
    ],
    own: [
      'Это ваша собственная роль: вы сразу потеряете доступ к этой странице, и вернуть его сможет ' +
        'только другой человек с этой ролью.',
      'This is your own role: you lose access to this page at once, and only somebody else with this ' +
        'role can give it back.',
    ],
    action: ['Забрать роль', 'Take away'],
    tokens: ['Токены API, которые создал этот человек', 'API tokens that this person made'],
    tokensHelp: [
      'Без отметки токен продолжит работать. Отметьте, что отозвать: программа с таким токеном ' +
        'сразу потеряет доступ.',
      'A token without a tick goes on working. Tick what to revoke: a program with such a token loses ' +
        'access at once.',
    ],
    revoke: [(name: string) => `Отозвать «${name}»`, (name: string) => `Revoke "${name}"`],
    neverUsed: ['не использовался', 'never used'],
    used: [(when: string) => `использован ${when}`, (when: string) => `used ${when}`],
  },
  disabledDone: [
    (email: string) => `Вход для ${email} отключён`,
    (email: string) => `Sign-in for ${email} is disabled`,
  ],
  enabledDone: [
    (email: string) => `Вход для ${email} включён`,
    (email: string) => `Sign-in for ${email} is enabled`,
  ],
  removedDone: [
    (email: string) => `Роль у ${email} забрана`,
    (email: string) => `${email} has lost the role`,
  ],
  invites: {
    'location-administrator': ['Пригласить', 'Invite'],
    accountant: ['Пригласить бухгалтера', 'Invite an accountant'],
    'system-operator': ['Пригласить', 'Invite'],
  },
  invitation: {
    title: ['Пригласить человека', 'Invite a person'],
    email: ['Электронная почта', 'Email'],
    emailHelp: [
      'Вы получите ссылку, чтобы передать её самим; если на сервере настроена почта, она придёт и письмом.',
      'You get a link to pass on yourself; if the server has mail set up, it goes by mail, too.',
    ],
    emailNeeded: ['Введите адрес электронной почты', 'Enter an email address'],
    create: ['Создать приглашение', 'Make the invitation'],
    link: ['Ссылка-приглашение', 'Invitation link'],
    readyFor: [
      (email: string) => `Приглашение для ${email} готово`,
      (email: string) => `The invitation for ${email} is ready`,
    ],
    once: [
      (until: string) =>
        'Скопируйте ссылку и передайте её этому человеку: больше мы её не покажем. Она действует до ' +
        `${until} и сработает один раз.`,
      (until: string) =>
        `Copy the link and pass it on: it will not be shown again. It is good until ${until} and works once.`,
    ],
    mailed: [
      (email: string) =>
        `Письмо со ссылкой уходит на ${email}; если не уйдёт, в списке «Ждут ответа» будет сказано, почему.`,
      (email: string) =>
        `The link goes by mail to ${email}; if the mail cannot go, the list “Pending” says why.`,
    ],
    done: ['Готово', 'Done'],
  },
  pending: {
    title: ['Ждут ответа', 'Pending'],
    text: ['Приглашения, которые ещё никто не принял.', 'Invitations that nobody has accepted yet.'],
    email: ['Кого пригласили', 'Invited'],
    created: ['Создано', 'Made'],
    expires: ['Действует до', 'Good until'],
    revoke: ['Отозвать', 'Revoke'],
    revokeOf: [
      (email: string) => `Отозвать приглашение: ${email}`,
      (email: string) => `Revoke the invitation: ${email}`,
    ],
    question: {
      title: [
        (email: string) => `Отозвать приглашение для ${email}?`,
        (email: string) => `Revoke the invitation for ${email}?`,
      ],
      text: [
        'Ссылка, которую вы передали, перестанет работать.',
        'The link that you passed on will stop working.',
      ],
      action: ['Отозвать', 'Revoke'],
    },
    revoked: [
      (email: string) => `Приглашение для ${email} отозвано`,
      (email: string) => `The invitation for ${email} is revoked`,
    ],
  },
  code: {
    app: ['Код из приложения', 'Code of the app'],
    appHelp: ['Шесть цифр из приложения для кодов на телефоне.', 'Six digits of the app on your phone.'],
    recovery: ['Код восстановления', 'Recovery code'],
    recoveryHelp: [
      'Один из сохранённых кодов вида abcd-efgh-…; он сработает один раз.',
      'One of the codes you have kept, like abcd-efgh-…; it works once.',
    ],
    useRecovery: ['Ввести код восстановления', 'Use a recovery code'],
    useApp: ['Ввести код из приложения', 'Use a code of the app'],
  },
})
