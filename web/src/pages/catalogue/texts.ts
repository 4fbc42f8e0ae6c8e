import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

/** How 1C may write the rouble: by code, name or letters. */
export const ROUBLE = /^(643|руб\.?|rub|rur)$/i

export const texts = catalogue(
  {
    title: 'Номенклатура',
    about:
      'Свяжите строки заказов с номенклатурой 1С, и 1С не будет заводить двойников. Связь действует ' +
      'для новых заказов: уже переданные идут под прежними id.',
    tabs: { unlinked: 'Не связаны', linked: 'Связаны', items: 'Каталог 1С' },
    close: 'Закрыть',
    undo: 'Отменить',
    columns: {
      line: 'Строка заказа',
      item: 'Номенклатура 1С',
      uses: 'В заказах',
      suggestion: 'Похоже на',
      action: 'Действие',
      unit: 'Единица',
      vat: 'НДС',
      price: 'Цена',
      stock: 'Остаток',
      state: 'Состояние',
      choose: 'Выбор',
    },
    search: { lines: 'Название или id строки', items: 'Название, артикул, штрихкод или id' },
    article: (article: string) => `арт. ${article}`,
    withoutVat: 'Без НДС',
    nothing: 'Ничего не нашлось',
    nothingText: 'Проверьте, как написано, или сбросьте условия.',
    noCatalogue: 'Каталог из 1С ещё не приходил',
    noCatalogueText:
      'Включите в настройках обмена 1С выгрузку товаров. УТ, КА, ERP, УНФ и Розница выгружают ' +
      'каталог сами, Бухгалтерия его не выгружает.',
    unlinked: {
      table: 'Строки заказов без связи',
      none: 'Все строки связаны',
      noneText: 'Здесь появятся строки новых заказов, для которых номенклатура 1С не указана.',
      link: 'Связать',
      linkWith: (line: string, item: string) => `Связать «${line}» с «${item}»`,
      other: 'Выбрать другую…',
      choose: 'Выбрать…',
      chooseFor: (line: string) => `Выбрать номенклатуру для «${line}»`,
      noSuggestion: 'Похожей нет',
      suggesting: 'Ищем похожую…',
      suggestionsFailed: 'Похожая номенклатура не загрузилась',
      score: (percent: number) => `совпадение ${percent} %`,
      sameArticle: 'тот же артикул',
      select: (line: string) => `Отметить «${line}»`,
      selectAll: 'Отметить все с подсказкой',
      linkSelected: (count: number) =>
        `Связать ${count} ${pluralRu(count, 'отмеченную', 'отмеченные', 'отмеченных')}`,
    },
    linked: {
      table: 'Строки заказов и номенклатура 1С',
      shown: 'Какие связи показаны',
      all: 'Действующие',
      broken: 'Потерянные',
      none: 'Связей пока нет',
      noneText: 'Свяжите строки на вкладке «Не связаны»: подсказки ставятся одним нажатием.',
      noneBroken: 'Потерянных связей нет',
      noneBrokenText: 'Здесь появятся связи, номенклатура которых пропала из каталога 1С.',
      lost: (count: number) =>
        `${count} ${pluralRu(count, 'связь потеряна', 'связи потеряны', 'связей потеряно')}: ` +
        'номенклатуры в каталоге 1С больше нет. Строки уходят под её прежним id, 1С может завести её ' +
        'заново.',
      showLost: 'Показать',
      unlink: 'Отвязать',
      unlinkOf: (line: string) => `Отвязать «${line}»`,
      relink: 'Выбрать другую…',
      relinkOf: (line: string) => `Выбрать другую номенклатуру для «${line}»`,
      differs: { unit: 'другая единица', vat: 'другой НДС' },
    },
    items: {
      table: 'Номенклатура из 1С',
      group: 'Группа',
      state: 'Состояние',
      states: { current: 'Действует', deleted: 'Помечена на удаление', gone: 'Пропала из каталога' },
      linkedTo: (lines: string) => `строки: ${lines}`,
    },
    dialog: {
      title: (line: string) => `Номенклатура для «${line}»`,
      results: 'Найденная номенклатура',
      pick: (item: string) => `Выбрать «${item}»`,
    },
    done: {
      linked: (count: number) =>
        `${pluralRu(count, 'Связана', 'Связаны', 'Связано')} ${count} ` +
        `${pluralRu(count, 'строка', 'строки', 'строк')}`,
      unlinked: (count: number) =>
        `${pluralRu(count, 'Отвязана', 'Отвязаны', 'Отвязано')} ${count} ` +
        `${pluralRu(count, 'строка', 'строки', 'строк')}`,
    },
  },
  {
    title: 'Items of 1C',
    about:
      'Link lines of orders with items of 1C, and 1C makes no doubles. A link holds for new orders: ' +
      'those that 1C has go on under the ids they came with.',
    tabs: { unlinked: 'Not linked', linked: 'Linked', items: 'Catalogue of 1C' },
    close: 'Close',
    undo: 'Undo',
    columns: {
      line: 'Line of orders',
      item: 'Item of 1C',
      uses: 'In orders',
      suggestion: 'Looks like',
      action: 'Action',
      unit: 'Unit',
      vat: 'VAT',
      price: 'Price',
      stock: 'In stock',
      state: 'State',
      choose: 'Choice',
    },
    search: { lines: 'Name or id of a line', items: 'Name, article, barcode or id' },
    article: (article: string) => `article ${article}`,
    withoutVat: 'No VAT',
    nothing: 'Nothing found',
    nothingText: 'See how it is spelled, or reset the conditions.',
    noCatalogue: 'No catalogue has come from 1C yet',
    noCatalogueText:
      'Switch on the upload of goods in the exchange settings of 1C. УТ, КА, ERP, УНФ and Розница ' +
      'upload it by themselves, Бухгалтерия does not.',
    unlinked: {
      table: 'Lines of orders without a link',
      none: 'All lines are linked',
      noneText: 'Lines of new orders without an item of 1C appear here.',
      link: 'Link',
      linkWith: (line: string, item: string) => `Link “${line}” with “${item}”`,
      other: 'Choose another…',
      choose: 'Choose…',
      chooseFor: (line: string) => `Choose an item for “${line}”`,
      noSuggestion: 'None looks like it',
      suggesting: 'Looking for one like it…',
      suggestionsFailed: 'Items that look like the lines did not load',
      score: (percent: number) => `${percent} % alike`,
      sameArticle: 'same article',
      select: (line: string) => `Select “${line}”`,
      selectAll: 'Select all with a suggestion',
      linkSelected: (count: number) => `Link ${count} selected`,
    },
    linked: {
      table: 'Lines of orders and items of 1C',
      shown: 'Which links are shown',
      all: 'Valid',
      broken: 'Lost',
      none: 'No links yet',
      noneText: 'Link lines on the tab “Not linked”: a suggestion takes one click.',
      noneBroken: 'No lost links',
      noneBrokenText: 'Links whose item is gone from the catalogue of 1C appear here.',
      lost: (count: number) =>
        `${count} ${pluralEn(count, 'link is', 'links are')} lost: the item is no longer in the ` +
        'catalogue of 1C. Lines go out under its former id, and 1C may make it anew.',
      showLost: 'Show',
      unlink: 'Unlink',
      unlinkOf: (line: string) => `Unlink “${line}”`,
      relink: 'Choose another…',
      relinkOf: (line: string) => `Choose another item for “${line}”`,
      differs: { unit: 'another unit', vat: 'another VAT' },
    },
    items: {
      table: 'Items of 1C',
      group: 'Group',
      state: 'State',
      states: { current: 'Current', deleted: 'Marked for deletion', gone: 'Gone from the catalogue' },
      linkedTo: (lines: string) => `lines: ${lines}`,
    },
    dialog: {
      title: (line: string) => `Item for “${line}”`,
      results: 'Items found',
      pick: (item: string) => `Choose “${item}”`,
    },
    done: {
      linked: (count: number) => `${count} ${pluralEn(count, 'line', 'lines')} linked`,
      unlinked: (count: number) => `${count} ${pluralEn(count, 'line', 'lines')} unlinked`,
    },
  },
)
