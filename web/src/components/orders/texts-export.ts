import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    states: {
      owed: 'ждёт',
      offered: 'выдан',
      held: 'удержан',
      confirmed: 'подтверждён',
      changed: 'изменён, ждёт',
      'not-matching': 'не подходит',
    },
    since: (time: string) => `с ${time}`,
    held: { finding: '1С его не приняла бы', quarantine: '1С его не приняла' },
  },
  {
    states: {
      owed: 'waiting',
      offered: 'given out',
      held: 'held back',
      confirmed: 'confirmed',
      changed: 'changed, waiting',
      'not-matching': 'does not match',
    },
    since: (time: string) => `since ${time}`,
    held: { finding: '1C would not take it', quarantine: '1C did not take it' },
  },
)
