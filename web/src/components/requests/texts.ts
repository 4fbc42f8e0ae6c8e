import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  refused: [
    (id: string, at: string) => `Заказ «${id}» отклонён: ${at}`,
    (id: string, at: string) => `Order “${id}” was refused: ${at}`,
  ],
  open: ['Что прислала платформа', 'What the platform sent'],
})
