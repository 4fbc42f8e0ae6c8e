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
    ['Роман Аркадьевич Абрамович', 'Абрамович | Роман | Аркадьевич'],
    ['Иванова Петрова Анна Сергеевна', 'Иванова Петрова | Анна | Сергеевна'],
    ['Анна Сергеевна Мамин-Сибиряк', 'Мамин-Сибиряк | Анна | Сергеевна'],
    ['Салтыков - Щедрин Михаил Евграфович', 'Салтыков-Щедрин | Михаил | Евграфович'],
  ])('with a patronymic: %s', (name, expected) => expect(parted(name)).toBe(expected))

  it.each([
    ['Иван Иванов', 'Иванов | Иван'],
    ['Иванов Иван', 'Иванов | Иван'],
    ['Марина Константинова', 'Константинова | Марина'],
    ['Роман Рабинович', 'Рабинович | Роман'],
    ['Анна-Мария Петрова', 'Петрова | Анна-Мария'],
    ['Анна Мария Иванова', 'Иванова | Анна | Мария'],
    ['Гарсия Иванова Мария', 'Гарсия Иванова | Мария'],
    ['Иванов, Иван Иванович', 'Иванов | Иван | Иванович'],
    ['Нгуен Ван Тхань', 'Нгуен | Ван | Тхань'],
    ['Надежда фон Мекк', 'фон Мекк | Надежда'],
    ['фон Мекк Надежда', 'фон Мекк | Надежда'],
  ])('without one: %s', (name, expected) => expect(parted(name)).toBe(expected))

  it.each([
    ['Иванов И. И.', 'Иванов | И. | И.'],
    ['И. И. Иванов', 'Иванов | И. | И.'],
    ['И.Иванов', 'Иванов | И.'],
    ['Иванов Иван И.', 'Иванов | Иван | И.'],
    ['Иван И. Иванов', 'Иванов | Иван | И.'],
    ['John F. Kennedy', 'Kennedy | John | F.'],
  ])('with initials: %s', (name, expected) => expect(parted(name)).toBe(expected))

  it.each([
    ['Мамедов Рашид Ахмед оглы', 'Мамедов | Рашид | Ахмед оглы'],
    ['Алиев Вагиф Гасан-оглы', 'Алиев | Вагиф | Гасан-оглы'],
    ['Вагиф Гасан Оглы Алиев', 'Алиев | Вагиф | Гасан Оглы'],
    ['Серик Болат улы Ахметов', 'Ахметов | Серик | Болат улы'],
  ])('with the patronymic of the East: %s', (name, expected) => expect(parted(name)).toBe(expected))

  it.each([
    ['John Ronald Tolkien', 'Tolkien | John | Ronald'],
    ['Ivanov Ivan', 'Ivanov | Ivan'],
    ['Ivanov Ivan Ivanovich', 'Ivanov | Ivan | Ivanovich'],
    ['Ludwig van Beethoven', 'van Beethoven | Ludwig'],
    ['Smith, John', 'Smith | John'],
  ])('in Latin letters: %s', (name, expected) => expect(parted(name)).toBe(expected))

  it.each([
    'Анна',
    'Иван Иванович',
    'И. И.',
    'Иван +7 916 123-45-67',
    'anna@example.ru',
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
