import { catalogue } from './catalogue.js'

export const texts = catalogue(
  {
    justNow: 'только что',
    // Intl has the nominative alone; of these units only the minute differs in the accusative.
    accusative: (duration: string) => duration.replace('минута', 'минуту'),
  },
  { justNow: 'just now', accusative: (duration: string) => duration },
)
