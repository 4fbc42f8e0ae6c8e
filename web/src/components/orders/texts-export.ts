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
  },
)
