import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    states: {
      owed: 'ждёт',
      offered: 'выдан',
      confirmed: 'подтверждён',
      changed: 'изменён, ждёт',
      'not-matching': 'не подходит',
    },
  },
  {
    states: {
      owed: 'waiting',
      offered: 'given out',
      confirmed: 'confirmed',
      changed: 'changed, waiting',
      'not-matching': 'does not match',
    },
  },
)
