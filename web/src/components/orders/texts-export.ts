import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  states: {
    owed: ['ждёт', 'waiting'],
    offered: ['выдан', 'given out'],
    held: ['удержан', 'held back'],
    confirmed: ['подтверждён', 'confirmed'],
    changed: ['изменён, ждёт', 'changed, waiting'],
    'not-matching': ['не подходит', 'does not match'],
  },
  since: [(time: string) => `с ${time}`, (time: string) => `since ${time}`],
  held: {
    finding: ['1С его не приняла бы', '1C would not take it'],
    quarantine: ['1С его не приняла', '1C did not take it'],
  },
})
