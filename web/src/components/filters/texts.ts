import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  filters: ['Фильтры', 'Filters'],
  filtersSet: [(count: number) => `Фильтры: ${count}`, (count: number) => `Filters: ${count}`],
  reset: ['Сбросить', 'Reset'],
  clear: ['Очистить поиск', 'Clear the search'],
  any: ['Любой вариант', 'Any'],
  options: ['Варианты', 'Options'],
  nothing: ['Ничего не найдено', 'Nothing found'],
  searching: ['Ищем…', 'Searching…'],
  failed: ['Варианты не загрузились', 'The options did not load'],
  search: ['Найти…', 'Find…'],
  searchIn: [(filter: string) => `Найти вариант: ${filter}`, (filter: string) => `Find an option: ${filter}`],
  presets: {
    today: ['Сегодня', 'Today'],
    yesterday: ['Вчера', 'Yesterday'],
    week: ['7 дней', '7 days'],
    month: ['30 дней', '30 days'],
  },
  from: ['С', 'From'],
  to: ['По', 'To'],
  between: [(from: string, to: string) => `${from} – ${to}`, (from: string, to: string) => `${from} – ${to}`],
  since: [(from: string) => `с ${from}`, (from: string) => `from ${from}`],
  until: [(to: string) => `по ${to}`, (to: string) => `until ${to}`],
  anyTime: ['За всё время', 'All time'],
  company: ['Компания', 'Company'],
  companyDetail: [(inn: string) => `ИНН ${inn}`, (inn: string) => `INN ${inn}`],
})
