import { pluralEn, pluralRu } from '@obmen/contract'
import type { Company } from '@obmen/contract/rest'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Компании', 'Companies'],
  about: [
    'Юридические лица и предприниматели, от имени которых платформа продаёт: у каждой компании ' +
      'свои номера заказов и своя 1С.',
    'The legal entities and entrepreneurs that the platform sells for: each has order numbers and ' +
      'a 1C of its own.',
  ],
  add: ['Добавить компанию', 'Add a company'],
  searchLabel: ['Поиск компаний', 'Search companies'],
  searchPlaceholder: ['Название или ИНН', 'Name or INN'],
  shown: ['Какие компании показать', 'Which companies to show'],
  active: ['Действующие', 'Active'],
  archive: ['Архив', 'Archive'],
  columns: {
    name: ['Название', 'Name'],
    inn: ['ИНН', 'INN'],
    kpp: ['КПП', 'KPP'],
    integrations: ['Интеграции', 'Integrations'],
    orders: ['Заказы', 'Orders'],
    actions: ['Действия', 'Actions'],
  },
  innChecksum: [
    (inn: string) =>
      `Контрольные цифры ИНН ${inn} не сходятся: похоже на опечатку. Проверьте ИНН по карточке предприятия.`,
    (inn: string) =>
      `The check digits of INN ${inn} are wrong: it looks like a slip. Check it against the papers ` +
      'of the company.',
  ],
  found: [
    (count: number) => pluralRu(count, 'компания', 'компании', 'компаний'),
    (count: number) => pluralEn(count, 'company', 'companies'),
  ],
  actionsOf: [(name: string) => `Действия: ${name}`, (name: string) => `Actions: ${name}`],
  ordersOf: [
    (count: string, name: string) => `Заказы компании «${name}»: ${count}`,
    (count: string, name: string) => `Orders of "${name}": ${count}`,
  ],
  edit: ['Изменить', 'Edit'],
  toArchive: ['В архив', 'Archive'],
  fromArchive: ['Вернуть из архива', 'Bring back from the archive'],
  archiveQuestion: {
    title: [(name: string) => `Убрать «${name}» в архив?`, (name: string) => `Archive "${name}"?`],
    text: [
      (orders: number, shown: string) =>
        `Новые заказы этой компании приниматься не будут, и её нельзя будет выбрать в новой интеграции. ${
          orders === 0
            ? 'Номера и настройки останутся'
            : `${shown} ` +
              `${pluralRu(orders, 'её заказ останется', 'её заказа останутся', 'её заказов останутся')} ` +
              'на месте'
        }, вернуть компанию можно в любой момент.`,
      (orders: number, shown: string) =>
        `New orders of this company will be refused, and it can't be chosen for a new integration. ${
          orders === 0
            ? 'Its numbers and settings stay'
            : `Its ${shown} ${pluralEn(orders, 'order stays', 'orders stay')}`
        }, and you can bring it back at any time.`,
    ],
    action: ['Убрать в архив', 'Archive'],
  },
  archived: [(name: string) => `«${name}» в архиве`, (name: string) => `"${name}" is in the archive`],
  unarchived: [(name: string) => `«${name}» снова действует`, (name: string) => `"${name}" is active again`],
  saved: ['Компания сохранена', 'The company is saved'],
  form: {
    create: ['Новая компания', 'New company'],
    edit: ['Изменить компанию', 'Edit the company'],
    name: ['Название', 'Name'],
    namePlaceholder: ['Например, ООО «Ромашка»', 'Say, Romashka LLC'],
    inn: ['ИНН', 'INN'],
    innHelp: [
      '10 цифр у организации, 12 у предпринимателя',
      '10 digits of an organization, 12 of an entrepreneur',
    ],
    kpp: ['КПП', 'KPP'],
    kppHelp: ['Только у организации; необязательно', 'Organizations only; optional'],
    regimes: ['НДС с даты', 'VAT since'],
    regimesHelp: [
      'Необязательно. Если ставки заказа с этим расходятся, Обмен скажет об этом до выгрузки в 1С.',
      'Optional. If the rates of an order disagree, Obmen says so before it goes to 1C.',
    ],
    vatRegimes: {
      22: ['22 %', '22 %'],
      5: ['5 % (УСН)', '5 % (USN)'],
      7: ['7 % (УСН)', '7 % (USN)'],
      none: ['без НДС', 'no VAT'],
    },
    regimeFrom: [
      (place: number) => `С какой даты, строка ${place}`,
      (place: number) => `Since, line ${place}`,
    ],
    regimeVat: [(place: number) => `НДС, строка ${place}`, (place: number) => `VAT, line ${place}`],
    regimeRemove: [(place: number) => `Убрать строку ${place}`, (place: number) => `Remove line ${place}`],
    regimeAdd: ['Добавить дату', 'Add a date'],
    regimeDateNeeded: [
      'Укажите дату в каждой строке или уберите лишнюю',
      'Enter the date of each line, or remove it',
    ],
    changedMeanwhile: [
      ({ name, inn, kpp, archived }: Company) =>
        `Не сохранено: пока окно было открыто, компанию изменил кто-то другой. Сейчас: ${name}, ИНН ` +
        `${inn}${kpp === null ? '' : `, КПП ${kpp}`}${archived ? ', в архиве' : ''}. Чтобы записать ` +
        'свои значения, нажмите «Сохранить» ещё раз; чтобы оставить эти, закройте окно.',
      ({ name, inn, kpp, archived }: Company) =>
        'Not saved: somebody else has changed the company since this window was opened. Now: ' +
        `${name}, INN ${inn}${kpp === null ? '' : `, KPP ${kpp}`}${archived ? ', archived' : ''}. To ` +
        'save your values press “Save” again; to keep these close the window.',
    ],
    sameInn: {
      title: [
        (inn: string) => `Компания с ИНН ${inn} уже есть`,
        (inn: string) => `INN ${inn} is there already`,
      ],
      text: [
        ({ name, kpp, archived }: Company) =>
          `Это ${name}${kpp === null ? '' : `, КПП ${kpp}`}${archived ? ', в архиве' : ''}. Вторая нужна, только ` +
          'если у неё свой КПП и своя 1С.',
        ({ name, kpp, archived }: Company) =>
          `It is ${name}${kpp === null ? '' : `, KPP ${kpp}`}${archived ? ', archived' : ''}. A second one is ` +
          'needed only if it has a KPP and a 1C of its own.',
      ],
      action: ['Добавить вторую', 'Add a second one'],
    },
    nameNeeded: ['Введите название', 'Enter a name'],
    innNeeded: ['Введите ИНН', 'Enter the INN'],
    innShape: [
      (digits: number) =>
        `ИНН — это 10 или 12 цифр, сейчас ${digits} ${pluralRu(digits, 'знак', 'знака', 'знаков')}`,
      (digits: number) =>
        `An INN has 10 or 12 digits, now ${digits} ${pluralEn(digits, 'character', 'characters')}`,
    ],
    save: ['Сохранить', 'Save'],
  },
  emptyTitle: ['Компаний пока нет', 'No companies yet'],
  empty: [
    'Добавьте компанию, от имени которой платформа продаёт: её заказы будут попадать в её 1С.',
    'Add the company that the platform sells for: its orders will reach its 1C.',
  ],
  emptyArchiveTitle: ['Архив пуст', 'The archive is empty'],
  emptyArchive: [
    'Сюда попадают компании, которые больше не продают: их заказы и номера сохраняются.',
    'Companies that sell no more go here: their orders and numbers are kept.',
  ],
  nothingTitle: ['Ничего не найдено', 'Nothing found'],
  nothing: [
    (q: string) => `Нет компании, в названии или ИНН которой есть «${q}».`,
    (q: string) => `No company has "${q}" in its name or INN.`,
  ],
  reset: ['Очистить поиск', 'Clear the search'],
})
