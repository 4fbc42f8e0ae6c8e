import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Что требует внимания', 'What needs attention'],
  about: [
    'То, что само не наладится. Когда причина устранена, строка исчезает. Худшее — сверху.',
    'What does not mend by itself. Once its cause is gone, a line disappears. The worst comes first.',
  ],
  tabs: { now: ['Сейчас', 'Now'], over: ['Прошедшие', 'Past'] },
  quietTitle: ['Всё в порядке', 'All is well'],
  quiet: ['Сейчас ничто не требует вашего участия.', 'Nothing needs you now.'],
  more: ['Показано худшее каждого вида: есть ещё.', 'The worst of each kind are shown: there is more.'],
})
