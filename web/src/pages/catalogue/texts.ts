import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

/** How 1C may write the rouble: by code, name or letters. */
export const ROUBLE = /^(643|руб\.?|rub|rur)$/i

export const texts = catalogue({
  title: ['Номенклатура', 'Items of 1C'],
  about: [
    'Свяжите строки заказов с номенклатурой 1С, и 1С не будет заводить двойников. Связь действует ' +
      'для новых заказов: уже переданные идут под прежними id.',
    'Link lines of orders with items of 1C, and 1C makes no doubles. A link holds for new orders: ' +
      'those that 1C has go on under the ids they came with.',
  ],
  tabs: {
    unlinked: ['Не связаны', 'Not linked'],
    linked: ['Связаны', 'Linked'],
    items: ['Каталог 1С', 'Catalogue of 1C'],
  },
  holds: {
    items: [
      (count: number, shown: string) =>
        `В каталоге ${shown} ${pluralRu(count, 'позиция', 'позиции', 'позиций')}`,
      (count: number, shown: string) => `The catalogue has ${shown} ${pluralEn(count, 'item', 'items')}`,
    ],
    prices: [
      (types: number) => `цены ${types} ${pluralRu(types, 'вида', 'видов', 'видов')}`,
      (types: number) => `prices of ${types} ${pluralEn(types, 'type', 'types')}`,
    ],
    latest: [
      (name: string, whole: boolean | null, time: string) =>
        `Последний файл ${name}${whole ? ' (весь каталог)' : whole === null ? '' : ' (часть)'} ` +
        `получен ${time}`,
      (name: string, whole: boolean | null, time: string) =>
        `The last file ${name}${whole === null ? '' : whole ? ' (all of it)' : ' (a part)'} came ${time}`,
    ],
  },
  columns: {
    line: ['Строка заказа', 'Line of orders'],
    item: ['Номенклатура 1С', 'Item of 1C'],
    uses: ['В заказах', 'In orders'],
    suggestion: ['Похоже на', 'Looks like'],
    action: ['Действие', 'Action'],
    unit: ['Единица', 'Unit'],
    vat: ['НДС', 'VAT'],
    price: ['Цена', 'Price'],
    stock: ['Остаток', 'In stock'],
    state: ['Состояние', 'State'],
    choose: ['Выбор', 'Choice'],
  },
  search: {
    lines: ['Название или id строки', 'Name or id of a line'],
    items: ['Название, артикул, штрихкод или id', 'Name, article, barcode or id'],
  },
  article: [(article: string) => `арт. ${article}`, (article: string) => `article ${article}`],
  withoutVat: ['Без НДС', 'No VAT'],
  nothing: ['Ничего не нашлось', 'Nothing found'],
  nothingText: [
    'Проверьте, как написано, или сбросьте условия.',
    'See how it is spelled, or reset the conditions.',
  ],
  noCatalogue: ['Каталог из 1С ещё не приходил', 'No catalogue has come from 1C yet'],
  noCatalogueText: [
    'Включите в настройках обмена 1С выгрузку товаров. УТ, КА, ERP, УНФ и Розница выгружают ' +
      'каталог сами, Бухгалтерия его не выгружает.',
    'Switch on the upload of goods in the exchange settings of 1C. УТ, КА, ERP, УНФ and Розница ' +
      'upload it by themselves, Бухгалтерия does not.',
  ],
  unlinked: {
    table: ['Строки заказов без связи', 'Lines of orders without a link'],
    none: ['Все строки связаны', 'All lines are linked'],
    noneText: [
      'Здесь появятся строки новых заказов, для которых номенклатура 1С не указана.',
      'Lines of new orders without an item of 1C appear here.',
    ],
    link: ['Связать', 'Link'],
    linkWith: [
      (line: string, item: string) => `Связать «${line}» с «${item}»`,
      (line: string, item: string) => `Link “${line}” with “${item}”`,
    ],
    other: ['Выбрать другую…', 'Choose another…'],
    choose: ['Выбрать…', 'Choose…'],
    chooseFor: [
      (line: string) => `Выбрать номенклатуру для «${line}»`,
      (line: string) => `Choose an item for “${line}”`,
    ],
    noSuggestion: ['Похожей нет', 'None looks like it'],
    suggesting: ['Ищем похожую…', 'Looking for one like it…'],
    suggestionsFailed: ['Похожая номенклатура не загрузилась', 'Items that look like the lines did not load'],
    score: [(percent: number) => `совпадение ${percent} %`, (percent: number) => `${percent} % alike`],
    sameArticle: ['тот же артикул', 'same article'],
    select: [(line: string) => `Отметить «${line}»`, (line: string) => `Select “${line}”`],
    selectAll: ['Отметить все с подсказкой', 'Select all with a suggestion'],
    linkSelected: [
      (count: number) => `Связать ${count} ${pluralRu(count, 'отмеченную', 'отмеченные', 'отмеченных')}`,
      (count: number) => `Link ${count} selected`,
    ],
  },
  linked: {
    table: ['Строки заказов и номенклатура 1С', 'Lines of orders and items of 1C'],
    shown: ['Какие связи показаны', 'Which links are shown'],
    all: ['Действующие', 'Valid'],
    broken: ['Потерянные', 'Lost'],
    none: ['Связей пока нет', 'No links yet'],
    noneText: [
      'Свяжите строки на вкладке «Не связаны»: подсказки ставятся одним нажатием.',
      'Link lines on the tab “Not linked”: a suggestion takes one click.',
    ],
    noneBroken: ['Потерянных связей нет', 'No lost links'],
    noneBrokenText: [
      'Здесь появятся связи, номенклатура которых пропала из каталога 1С.',
      'Links whose item is gone from the catalogue of 1C appear here.',
    ],
    lost: [
      (count: number) =>
        `${count} ${pluralRu(count, 'связь потеряна', 'связи потеряны', 'связей потеряно')}: ` +
        'номенклатуры в каталоге 1С больше нет. Строки уходят под её прежним id, 1С может завести её ' +
        'заново.',
      (count: number) =>
        `${count} ${pluralEn(count, 'link is', 'links are')} lost: the item is no longer in the ` +
        'catalogue of 1C. Lines go out under its former id, and 1C may make it anew.',
    ],
    showLost: ['Показать', 'Show'],
    unlink: ['Отвязать', 'Unlink'],
    unlinkOf: [(line: string) => `Отвязать «${line}»`, (line: string) => `Unlink “${line}”`],
    relink: ['Выбрать другую…', 'Choose another…'],
    relinkOf: [
      (line: string) => `Выбрать другую номенклатуру для «${line}»`,
      (line: string) => `Choose another item for “${line}”`,
    ],
    differs: {
      unit: ['другая единица', 'another unit'],
      vat: ['другой НДС', 'another VAT'],
    },
  },
  items: {
    table: ['Номенклатура из 1С', 'Items of 1C'],
    group: ['Группа', 'Group'],
    state: ['Состояние', 'State'],
    states: {
      current: ['Действует', 'Current'],
      deleted: ['Помечена на удаление', 'Marked for deletion'],
      gone: ['Пропала из каталога', 'Gone from the catalogue'],
    },
    linkedTo: [(lines: string) => `строки: ${lines}`, (lines: string) => `lines: ${lines}`],
  },
  dialog: {
    title: [(line: string) => `Номенклатура для «${line}»`, (line: string) => `Item for “${line}”`],
    nothingText: [
      'Ищутся все слова сразу: оставьте главное из них или введите артикул.',
      'All words are looked for at once: keep the main one, or type the article.',
    ],
    results: ['Найденная номенклатура', 'Items found'],
    pick: [(item: string) => `Выбрать «${item}»`, (item: string) => `Choose “${item}”`],
  },
  done: {
    linked: [
      (count: number) =>
        `${pluralRu(count, 'Связана', 'Связаны', 'Связано')} ${count} ` +
        `${pluralRu(count, 'строка', 'строки', 'строк')}`,
      (count: number) => `${count} ${pluralEn(count, 'line', 'lines')} linked`,
    ],
    unlinked: [
      (count: number) =>
        `${pluralRu(count, 'Отвязана', 'Отвязаны', 'Отвязано')} ${count} ` +
        `${pluralRu(count, 'строка', 'строки', 'строк')}`,
      (count: number) => `${count} ${pluralEn(count, 'line', 'lines')} unlinked`,
    ],
  },
})
