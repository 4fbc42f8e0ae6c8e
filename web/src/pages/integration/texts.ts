import { pluralEn, pluralRu } from '@obmen/contract'
import { clientNames } from '@obmen/contract/settings'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  integration: ['Интеграция', 'Integration'],
  back: ['Интеграции', 'Integrations'],
  backToOverview: ['Обзор', 'Overview'],
  none: {
    title: ['Интеграция не найдена', 'Integration not found'],
    heading: ['Такой интеграции нет', 'There is no such integration'],
    text: [
      'Возможно, её удалили, или в адресе опечатка.',
      'It may have been removed, or the address is mistyped.',
    ],
    toList: ['К интеграциям', 'To integrations'],
    toOverview: ['На обзор', 'To the overview'],
  },
  tabs: {
    connection: ['Состояние', 'State'],
    rules: ['Правила', 'Rules'],
    owed: ['Ждут выгрузки', 'Waiting'],
    findings: ['Что не дойдёт', 'What does not arrive'],
    exchanges: ['Обмены', 'Exchanges'],
    reconciliation: ['Сверка с 1С', 'Reconciliation'],
    changes: ['Изменения', 'Changes'],
  },
  exchanges: {
    none: ['1С ещё не обращалась', '1C has not called yet'],
    noneText: [
      'Каждое обращение появится здесь: шаги, сколько заказов выдано и подтверждено, сами запросы ' +
        'и ответы.',
      'Every call will be here: its steps, how many orders were given out and confirmed, the very ' +
        'requests and answers.',
    ],
    connect: ['Как подключить', 'How to connect'],
  },
  proposed: {
    title: [
      'Заказы оплачивают несколькими платежами, а 1С получает одну оплату на заказ',
      'Orders are paid in several payments, and 1C gets one an order',
    ],
    text: [
      'Эта Бухгалтерия не сообщает, что понимает отдельные оплаты: так бывает, если вид сайта в ней ' +
        '«Другая». Читает она их всё равно. Каждую оплату можно передавать отдельным документом, ' +
        'частичные тоже. То, что уже передано, не изменится.',
      'This 1C:Accounting does not announce that it takes single payments: so it is when its kind of ' +
        'site is «Другая». It reads them all the same. Each payment can go as a document of its own, ' +
        'parts too. What 1C was told already will not change.',
    ],
    documents: ['Передавать каждую отдельно', 'Send each on its own'],
    requisites: ['Оставить одну на заказ', 'Keep one an order'],
    chosen: {
      documents: [
        'Оплаты новых заказов пойдут в 1С отдельными документами',
        'Payments of new orders go to 1C as documents of their own',
      ],
      requisites: ['В 1С идёт одна оплата на заказ', '1C gets one payment an order'],
    },
  },
  enterprise: ['1С:Предприятие', '1C:Enterprise'],
  actions: {
    check: ['Проверка и номенклатура', 'Check and items'],
    catalogue: ['Номенклатура', 'Items of 1C'],
    more: ['Другие действия', 'More actions'],
    pause: ['Приостановить', 'Pause'],
    resume: ['Возобновить', 'Resume'],
    remove: ['Удалить интеграцию', 'Remove the integration'],
    pauseTitle: ['Приостановить интеграцию?', 'Pause the integration?'],
    pauseText: [
      '1С будет получать отказ с объяснением. Заказы не потеряются: всё, что накопится, уйдёт ' +
        'после возобновления.',
      '1C will be refused with an explanation. No order is lost: what gathers meanwhile goes after ' +
        'it is resumed.',
    ],
    removeTitle: [
      (name: string) => `Удалить интеграцию «${name}»?`,
      (name: string) => `Remove the integration "${name}"?`,
    ],
    removeText: [
      (owed: number, owedText: string, confirmed: number, confirmedText: string) =>
        '1С больше не сможет войти с этим именем и паролем. Обмен забудет, что уже выгружено: ' +
        `${pluralRu(owed, 'ждёт', 'ждут', 'ждут')} ${owedText}, ` +
        `${pluralRu(confirmed, 'подтверждён', 'подтверждены', 'подтверждены')} ${confirmedText}. ` +
        'Сами заказы останутся, документы в 1С тоже. Если создать интеграцию заново, подходящие ' +
        'заказы уйдут в 1С ещё раз.',
      (owed: number, owedText: string, confirmed: number, confirmedText: string) =>
        '1C can no longer sign in with this login and password. The record of what was sent is lost: ' +
        `${owedText} ${pluralEn(owed, 'order is', 'orders are')} waiting and ${confirmedText} ` +
        `${pluralEn(confirmed, 'is', 'are')} confirmed. The orders stay, and so do the documents in ` +
        '1C. If you create the integration anew, orders that qualify go to 1C once more.',
    ],
    removed: ['Интеграция удалена', 'The integration is removed'],
    paused: ['Интеграция приостановлена', 'The integration is paused'],
    resumed: ['Интеграция возобновлена', 'The integration is resumed'],
    changedMeanwhile: [
      'Интеграцию только что изменил другой администратор. Показано новое состояние: проверьте и ' +
        'повторите.',
      'Another administrator has just changed the integration. This is its new state: look and try again.',
    ],
  },
  live: {
    waiting: ['Ждём первое обращение…', 'Waiting for the first call…'],
    waitingText: [
      'Введите данные в 1С по шагам ниже и запустите обмен или проверку подключения. Страница ' +
        'обновится сама.',
      'Type the access data into 1C by the steps below and start an exchange or a connection ' +
        'check. This page follows by itself.',
    ],
    connected: [
      (client: string) => `1С подключилась: ${client}`,
      (client: string) => `1C has connected: ${client}`,
    ],
    last: ['Последний обмен', 'Last exchange'],
    resume: ['Возобновить обмен', 'Resume the exchange'],
  },
  access: {
    title: ['Данные для 1С', 'Access data for 1C'],
    text: [
      'Адрес общий для всех интеграций, имя пользователя и пароль у каждой свои.',
      'The address is the same for all integrations, login and password are its own.',
    ],
    url: ['Адрес сайта', 'Site address'],
    login: ['Имя пользователя', 'User name'],
    password: ['Пароль', 'Password'],
    passwordOnce: [
      'Пароль показан один раз: введите его в 1С сейчас или сохраните. Потом можно будет только ' +
        'создать новый.',
      'The password is shown this once: type it into 1C now or keep it. Later you can only make a new one.',
    ],
    passwordHidden: [
      (time: string) =>
        `Пароль создан ${time} и показан один раз. Если он потерян, создайте новый и введите его в 1С.`,
      (time: string) => `The password was made ${time} and shown once. If it is lost, make a new one.`,
    ],
    hide: ['Пароль сохранён, скрыть', 'I have kept it, hide'],
    renew: ['Новый пароль', 'New password'],
    renewTitle: ['Создать новый пароль?', 'Make a new password?'],
    renewText: [
      'Прежний пароль перестанет работать сразу: 1С не сможет войти, пока в неё не введут новый.',
      'The old one stops working at once: 1C cannot sign in until the new one is typed into it.',
    ],
    renewAction: ['Создать пароль', 'Make a password'],
    renewed: ['Новый пароль создан: введите его в 1С', 'A new password is made: type it into 1C'],
  },
  steps: {
    title: ['Где это ввести', 'Where to type it'],
    text: [
      'Названия взяты из типовых конфигураций, в вашем выпуске они могут немного отличаться.',
      'Names are those of the standard configurations; in your release they may differ a little.',
    ],
    program: ['Программа 1С', '1C program'],
    programs: [
      {
        ...clientNames('ru'),
        bp: 'БП 3.0',
        unf: 'УНФ',
        ut: 'УТ, КА, ERP',
        rt: 'Розница',
        bitrix: 'Модуль Битрикс',
      },
      {
        ...clientNames('en'),
        bp: 'BP 3.0',
        unf: 'UNF',
        ut: 'UT, KA, ERP',
        rt: 'Retail',
        bitrix: 'Bitrix module',
      },
    ],
    differs: [
      (program: string) =>
        `В настройках интеграции указана другая программа: ${program}. Если 1С на самом деле эта, ` +
        'исправьте её на вкладке «Правила».',
      (program: string) =>
        `The integration's settings name another program: ${program}. If your 1C is this one, change ` +
        'it on the tab "Rules".',
    ],
    list: {
      bp: [
        [
          'Откройте «Администрирование → Обмен с интернет-магазином» и включите обмен.',
          'В «Настройках обмена с интернет-магазином» вставьте адрес сайта, имя пользователя и ' +
            'пароль и нажмите «Проверить подключение».',
          'В правилах загрузки укажите, с какой даты загружать заказы, и разрешите создавать новых ' +
            'контрагентов и новую номенклатуру.',
          (method: string) =>
            `Включите загрузку онлайн-оплат и добавьте способ оплаты «${method}»: название должно ` +
            'совпадать до буквы, вид оплаты: платёжная карта.',
          'Загрузите заказы в «Продажи → Счета покупателям», затем включите загрузку по расписанию.',
        ],
        [
          'Open «Администрирование → Обмен с интернет-магазином» and switch the exchange on.',
          'In «Настройки обмена с интернет-магазином» paste the site address, user name and password ' +
            'and press «Проверить подключение».',
          'In the loading rules say from which date to load orders, and allow creating new ' +
            'counterparties and items.',
          (method: string) =>
            `Switch on loading of online payments and add the payment method «${method}»: the name ` +
            'must match to the letter, kind: payment card.',
          'Load orders in «Продажи → Счета покупателям», then switch on the schedule.',
        ],
      ],
      unf: [
        [
          'Откройте «CRM → Интернет-магазин» («Компания → Интернет-магазин» в ранних выпусках) и ' +
            'добавьте новую интеграцию.',
          'Выберите другой сайт (CMS), вставьте адрес сайта, имя пользователя и пароль и проверьте ' +
            'подключение.',
          'Включите «Загружать заказы». Включите и «Выгружать заказы»: тогда платформа узнает, что ' +
            'стало с заказом в 1С. Выгрузка товаров нужна, только если вы связываете услуги с ' +
            'номенклатурой 1С.',
          (method: string) =>
            `В таблице способов оплаты добавьте «${method}» с видом «Эквайринг»: название должно ` +
            'совпадать до буквы.',
          'Сопоставьте статусы заказов, запустите обмен и включите расписание.',
        ],
        [
          'Open «CRM → Интернет-магазин» («Компания → Интернет-магазин» in earlier releases) and add ' +
            'a new integration.',
          'Choose another site (CMS), paste the site address, user name and password and check the ' +
            'connection.',
          'Switch on «Загружать заказы» and «Выгружать заказы», too: so the platform learns what ' +
            'became of an order in 1C. Uploading goods is needed only if you link services with items ' +
            'of 1C.',
          (method: string) =>
            `In the table of payment methods add «${method}» of kind «Эквайринг»: the name must ` +
            'match to the letter.',
          'Match order statuses, run an exchange and switch on the schedule.',
        ],
      ],
      ut: [
        [
          'Откройте «НСИ и администрирование → Настройка интеграции → Обмен с сайтом → Настройки ' +
            'обмена с сайтом» и нажмите «Создать».',
          'Включите «Обмен заказами»: заказы, изменённые в 1С, вернутся обратно, и платформа узнает, ' +
            'что с ними стало. Выгрузка товаров нужна, только если вы связываете услуги с ' +
            'номенклатурой 1С.',
          'Вставьте адрес сайта, имя пользователя и пароль и нажмите «Проверить подключение».',
          (method: string) =>
            `Задайте соответствие способов оплаты: шлюз платформы и способ «${method}», чтобы при ` +
            'проведении заказа создавалась «Операция по платежной карте».',
          'Сопоставьте статусы заказов, выполните обмен и включите регламентное задание.',
        ],
        [
          'Open «НСИ и администрирование → Настройка интеграции → Обмен с сайтом → Настройки обмена ' +
            'с сайтом» and press «Создать».',
          'Switch on «Обмен заказами»: orders changed in 1C come back, and the platform learns what ' +
            'became of them. Uploading goods is needed only if you link services with items of 1C.',
          'Paste the site address, user name and password and press «Проверить подключение».',
          (method: string) =>
            `Match payment methods: the gateway of the platform and «${method}», so that posting an ` +
            'order makes «Операция по платежной карте».',
          'Match order statuses, run an exchange and switch on the scheduled job.',
        ],
      ],
      rt: [
        [
          'Откройте «Администрирование → Обмен с сайтом» и создайте настройку обмена.',
          'Включите «Обмен заказами». Выгрузка товаров нужна, только если вы связываете услуги с ' +
            'номенклатурой 1С.',
          'Вставьте адрес сайта, имя пользователя и пароль и проверьте подключение.',
          'Выполните обмен и включите расписание. Оплаты Розница из обмена не создаёт: их вводит кассир.',
        ],
        [
          'Open «Администрирование → Обмен с сайтом» and create an exchange setting.',
          'Switch on «Обмен заказами». Uploading goods is needed only if you link services with items of 1C.',
          'Paste the site address, user name and password and check the connection.',
          'Run an exchange and switch on the schedule. Retail makes no payments of the exchange: the ' +
            'cashier enters them.',
        ],
      ],
      bitrix: [
        [
          'В 1С откройте модуль обмена «1С-Битрикс» и создайте профиль обмена заказами.',
          'Вставьте адрес сайта (модуль сам допишет /bitrix/admin/1c_exchange.php, этот адрес тоже ' +
            'работает), имя пользователя и пароль.',
          (method: string) => `В соответствии платёжных систем выберите для «${method}» вид оплаты 1С.`,
          'Загрузите заказы и включите регламентный обмен.',
        ],
        [
          'In 1C open the module «1С-Битрикс» and create a profile for orders.',
          'Paste the site address (the module adds /bitrix/admin/1c_exchange.php by itself, that ' +
            'address works too), user name and password.',
          (method: string) => `Among the payment systems choose the 1C kind of payment for «${method}».`,
          'Load orders and switch on the scheduled exchange.',
        ],
      ],
    },
  },
})
