import { pluralEn, pluralRu } from '@obmen/contract'
import type { Company } from '@obmen/contract/rest'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: 'Компании',
    about:
      'Юридические лица и предприниматели, от имени которых платформа продаёт: у каждой компании ' +
      'свои номера заказов и своя 1С.',
    add: 'Добавить компанию',
    searchLabel: 'Поиск компаний',
    searchPlaceholder: 'Название или ИНН',
    shown: 'Какие компании показать',
    active: 'Действующие',
    archive: 'Архив',
    columns: {
      name: 'Название',
      inn: 'ИНН',
      kpp: 'КПП',
      integrations: 'Интеграции',
      orders: 'Заказы',
      actions: 'Действия',
    },
    innChecksum: (inn: string) =>
      `Контрольные цифры ИНН ${inn} не сходятся: похоже на опечатку. Проверьте ИНН по карточке предприятия.`,
    found: (count: number) => pluralRu(count, 'компания', 'компании', 'компаний'),
    actionsOf: (name: string) => `Действия: ${name}`,
    ordersOf: (count: string, name: string) => `Заказы компании «${name}»: ${count}`,
    edit: 'Изменить',
    toArchive: 'В архив',
    fromArchive: 'Вернуть из архива',
    archiveQuestion: {
      title: (name: string) => `Убрать «${name}» в архив?`,
      text: (orders: number, shown: string) =>
        `Новые заказы этой компании приниматься не будут, и её нельзя будет выбрать в новой интеграции. ${
          orders === 0
            ? 'Номера и настройки останутся'
            : `${shown} ` +
              `${pluralRu(orders, 'её заказ останется', 'её заказа останутся', 'её заказов останутся')} ` +
              'на месте'
        }, вернуть компанию можно в любой момент.`,
      action: 'Убрать в архив',
    },
    archived: (name: string) => `«${name}» в архиве`,
    unarchived: (name: string) => `«${name}» снова действует`,
    saved: 'Компания сохранена',
    form: {
      create: 'Новая компания',
      edit: 'Изменить компанию',
      name: 'Название',
      namePlaceholder: 'Например, ООО «Ромашка»',
      inn: 'ИНН',
      innHelp: '10 цифр у организации, 12 у предпринимателя',
      kpp: 'КПП',
      kppHelp: 'Только у организации; необязательно',
      changedMeanwhile: ({ name, inn, kpp, archived }: Company) =>
        `Не сохранено: пока окно было открыто, компанию изменил кто-то другой. Сейчас: ${name}, ИНН ` +
        `${inn}${kpp === null ? '' : `, КПП ${kpp}`}${archived ? ', в архиве' : ''}. Чтобы записать ` +
        'свои значения, нажмите «Сохранить» ещё раз; чтобы оставить эти, закройте окно.',
      nameNeeded: 'Введите название',
      innNeeded: 'Введите ИНН',
      innShape: (digits: number) =>
        `ИНН — это 10 или 12 цифр, сейчас ${digits} ${pluralRu(digits, 'знак', 'знака', 'знаков')}`,
      save: 'Сохранить',
    },
    emptyTitle: 'Компаний пока нет',
    empty: 'Добавьте компанию, от имени которой платформа продаёт: её заказы будут попадать в её 1С.',
    emptyArchiveTitle: 'Архив пуст',
    emptyArchive: 'Сюда попадают компании, которые больше не продают: их заказы и номера сохраняются.',
    nothingTitle: 'Ничего не найдено',
    nothing: (q: string) => `Нет компании, в названии или ИНН которой есть «${q}».`,
    reset: 'Очистить поиск',
  },
  {
    title: 'Companies',
    about:
      'The legal entities and entrepreneurs that the platform sells for: each has order numbers and ' +
      'a 1C of its own.',
    add: 'Add a company',
    searchLabel: 'Search companies',
    searchPlaceholder: 'Name or INN',
    shown: 'Which companies to show',
    active: 'Active',
    archive: 'Archive',
    columns: {
      name: 'Name',
      inn: 'INN',
      kpp: 'KPP',
      integrations: 'Integrations',
      orders: 'Orders',
      actions: 'Actions',
    },
    innChecksum: (inn: string) =>
      `The check digits of INN ${inn} are wrong: it looks like a slip. Check it against the papers ` +
      'of the company.',
    found: (count: number) => pluralEn(count, 'company', 'companies'),
    actionsOf: (name: string) => `Actions: ${name}`,
    ordersOf: (count: string, name: string) => `Orders of "${name}": ${count}`,
    edit: 'Edit',
    toArchive: 'Archive',
    fromArchive: 'Bring back from the archive',
    archiveQuestion: {
      title: (name: string) => `Archive "${name}"?`,
      text: (orders: number, shown: string) =>
        `New orders of this company will be refused, and it can't be chosen for a new integration. ${
          orders === 0
            ? 'Its numbers and settings stay'
            : `Its ${shown} ${pluralEn(orders, 'order stays', 'orders stay')}`
        }, and you can bring it back at any time.`,
      action: 'Archive',
    },
    archived: (name: string) => `"${name}" is in the archive`,
    unarchived: (name: string) => `"${name}" is active again`,
    saved: 'The company is saved',
    form: {
      create: 'New company',
      edit: 'Edit the company',
      name: 'Name',
      namePlaceholder: 'Say, Romashka LLC',
      inn: 'INN',
      innHelp: '10 digits of an organization, 12 of an entrepreneur',
      kpp: 'KPP',
      kppHelp: 'Organizations only; optional',
      changedMeanwhile: ({ name, inn, kpp, archived }: Company) =>
        'Not saved: somebody else has changed the company since this window was opened. Now: ' +
        `${name}, INN ${inn}${kpp === null ? '' : `, KPP ${kpp}`}${archived ? ', archived' : ''}. To ` +
        'save your values press “Save” again; to keep these close the window.',
      nameNeeded: 'Enter a name',
      innNeeded: 'Enter the INN',
      innShape: (digits: number) =>
        `An INN has 10 or 12 digits, now ${digits} ${pluralEn(digits, 'character', 'characters')}`,
      save: 'Save',
    },
    emptyTitle: 'No companies yet',
    empty: 'Add the company that the platform sells for: its orders will reach its 1C.',
    emptyArchiveTitle: 'The archive is empty',
    emptyArchive: 'Companies that sell no more go here: their orders and numbers are kept.',
    nothingTitle: 'Nothing found',
    nothing: (q: string) => `No company has "${q}" in its name or INN.`,
    reset: 'Clear the search',
  },
)
