import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseName } from './parse-name.js'

const parted = (name: string): string | undefined => {
  const found = parseName(name)
  return (
    found && [found.lastName, found.firstName, ...(found.middleName ? [found.middleName] : [])].join(' | ')
  )
}

describe('a name in one string', () => {
  it.each([
    ['Иванов Иван Иванович', 'Иванов | Иван | Иванович'],
    ['Иван Иванович Иванов', 'Иванов | Иван | Иванович'],
    ['  иванова   анна сергеевна ', 'иванова | анна | сергеевна'],
    ['ПЕТРОВА АНАСТАСИЯ ИЛЬИНИЧНА', 'ПЕТРОВА | АНАСТАСИЯ | ИЛЬИНИЧНА'],
    ['Абрамович Роман Аркадьевич', 'Абрамович | Роман | Аркадьевич'],
    ['Роман Аркадьевич Абрамович', 'Абрамович | Роман | Аркадьевич'],
    ['Пушкин Лев Ильич', 'Пушкин | Лев | Ильич'],
    ['Иванова Петрова Анна Сергеевна', 'Иванова Петрова | Анна | Сергеевна'],
    ['Анна Сергеевна Мамин-Сибиряк', 'Мамин-Сибиряк | Анна | Сергеевна'],
    ['Салтыков - Щедрин Михаил Евграфович', 'Салтыков-Щедрин | Михаил | Евграфович'],
  ])('with a patronymic: %s', (name, expected) => expect(parted(name)).toBe(expected))

  it.each([
    ['Иван Иванов', 'Иванов | Иван'],
    ['Иванов Иван', 'Иванов | Иван'],
    ['Артём Ким', 'Ким | Артём'],
    ['Ким Артем', 'Ким | Артем'],
    ['Марина Константинова', 'Константинова | Марина'],
    ['Мария Марина', 'Мария | Марина'],
    ['Роман Рабинович', 'Рабинович | Роман'],
    ['Шушкевич Станислав', 'Шушкевич | Станислав'],
    ['Анна-Мария Петрова', 'Петрова | Анна-Мария'],
    ['Петрова Анна-Мария', 'Петрова | Анна-Мария'],
    ['Анна Мария Иванова', 'Иванова | Анна | Мария'],
    ['Римский-Корсаков Николай', 'Римский-Корсаков | Николай'],
    ['Гарсия Иванова Мария', 'Гарсия Иванова | Мария'],
    ['Бойко Тарас', 'Бойко | Тарас'],
    ['Иванов, Иван Иванович', 'Иванов | Иван | Иванович'],
    ['Нгуен Ван Тхань', 'Нгуен | Ван | Тхань'],
    ['Надежда фон Мекк', 'фон Мекк | Надежда'],
    ['фон Мекк Надежда', 'фон Мекк | Надежда'],
  ])('without one: %s', (name, expected) => expect(parted(name)).toBe(expected))

  it.each([
    ['Иванов И. И.', 'Иванов | И. | И.'],
    ['Иванов И.И.', 'Иванов | И. | И.'],
    ['И. И. Иванов', 'Иванов | И. | И.'],
    ['И.Иванов', 'Иванов | И.'],
    ['Иванов И И', 'Иванов | И | И'],
    ['Иванов Иван И.', 'Иванов | Иван | И.'],
    ['Иван И. Иванов', 'Иванов | Иван | И.'],
    ['Петров-Водкин К. С.', 'Петров-Водкин | К. | С.'],
    ['John F. Kennedy', 'Kennedy | John | F.'],
  ])('with initials: %s', (name, expected) => expect(parted(name)).toBe(expected))

  it.each([
    ['Мамедов Рашид Ахмед оглы', 'Мамедов | Рашид | Ахмед оглы'],
    ['Мамедова Лейла Рашид кызы', 'Мамедова | Лейла | Рашид кызы'],
    ['Алиев Вагиф Гасан-оглы', 'Алиев | Вагиф | Гасан-оглы'],
    ['Вагиф Гасан Оглы Алиев', 'Алиев | Вагиф | Гасан Оглы'],
    ['Серик Болат улы Ахметов', 'Ахметов | Серик | Болат улы'],
  ])('with the patronymic of the East: %s', (name, expected) => expect(parted(name)).toBe(expected))

  it.each([
    ['John Smith', 'Smith | John'],
    ['John Ronald Tolkien', 'Tolkien | John | Ronald'],
    ['Ivan Ivanov', 'Ivanov | Ivan'],
    ['Ivanov Ivan', 'Ivanov | Ivan'],
    ['Ivanov Ivan Ivanovich', 'Ivanov | Ivan | Ivanovich'],
    ['Ludwig van Beethoven', 'van Beethoven | Ludwig'],
    ["Sheila O'Neill", "O'Neill | Sheila"],
    ['Smith, John', 'Smith | John'],
  ])('in Latin letters: %s', (name, expected) => expect(parted(name)).toBe(expected))

  it.each([
    'Анна',
    'Анна Сергеевна',
    'Иван Иванович',
    'Сергей Юрьевич',
    'И. И.',
    'Иван +7 916 123-45-67',
    'anna@example.ru',
    'Иванов Иван (директор)',
    'Иванов, Петров, Сидоров',
    ', Иван',
    'Иванов,',
    'один два три четыре пять шесть семь восемь девять',
    '—',
  ])('of which surname and given name can’t both be told stays whole: %s', name =>
    expect(parted(name)).toBeUndefined(),
  )

  it('loses no letter, whatever it is', () => {
    const letters = (text: string): string => [...text.replace(/[^\p{L}]/gu, '')].sort().join('')
    const word = fc.constantFrom(
      'Иванов',
      'Иван',
      'Иванович',
      'оглы',
      'фон',
      'И.',
      'И',
      ',',
      '-',
      'Smith',
      'а',
    )
    const names = fc.oneof(
      fc.array(word, { maxLength: 9 }).map(words => words.join(' ')),
      fc.string(),
    )
    fc.assert(
      fc.property(names, name => {
        const found = parseName(name)
        if (!found) return
        expect(found.lastName.trim()).not.toBe('')
        expect(found.firstName.trim()).not.toBe('')
        expect(letters(Object.values(found).join(''))).toBe(letters(name))
      }),
      { numRuns: 2000 },
    )
  })
})
