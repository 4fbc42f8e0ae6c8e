import { catalogue } from './catalogue.js'

export const texts = catalogue({
  justNow: ['только что', 'just now'],
  today: ['сегодня', 'today'],
  yesterday: ['вчера', 'yesterday'],
  months: [
    'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
    'January February March April May June July August September October November December'.split(' '),
  ],
  shortMonths: [
    'янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.'.split(' '),
    'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' '),
  ],
  /** Between the numbers of a date. */
  separator: ['.', '/'],
  longDate: [
    (date: string, time: string) => `${date} г. в ${time}`,
    (date: string, time: string) => `${date} at ${time}`,
  ],
  shortDate: [
    (day: string, year: number) => `${day} ${year} г.`,
    (day: string, year: number) => `${day} ${year}`,
  ],
  moreThan: [(count: string) => `больше ${count}`, (count: string) => `more than ${count}`],
  // Intl has the nominative alone; of these units only the minute differs in the accusative.
  accusative: [(duration: string) => duration.replace('минута', 'минуту'), (duration: string) => duration],
})
