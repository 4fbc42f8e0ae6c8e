import { expect, test } from 'vitest'
import { attribute, branch, escapeText, isBlank, leaf, list, remembered } from './xml-writer.js'

test('markup is escaped once, and ]]> never appears', () => {
  expect(escapeText('R&D <b> ]]>')).toBe('R&amp;D &lt;b&gt; ]]&gt;')
  expect(escapeText('&quot;')).toBe('&amp;quot;')
})

test('control characters, also those of Latin-1, and non-characters are removed', () => {
  expect(escapeText('a\u0000b\u000bc\u001bd\u007fe\u0085f\u0098g\ufffeh\uffffi')).toBe('abcdefghi')
})

test('tabs and line breaks stay; a carriage return survives as a reference', () => {
  expect(escapeText('a\tb\nc\rd')).toBe('a\tb\nc&#13;d')
})

test('half of a surrogate pair becomes U+FFFD, a whole pair stays', () => {
  expect(escapeText('a\ud83d')).toBe('a\ufffd')
  expect(escapeText('\ude00b\ud83dc')).toBe('\ufffdb\ufffdc')
  expect(escapeText('😀')).toBe('😀')
})

test('an element without a value is not written', () => {
  const name = leaf('n')
  expect([undefined, '', ' \t\n', '\u00a0', '\u0001'].map(name)).toEqual(['', '', '', '', ''])
  expect(name('0')).toBe('<n>0</n>')
})

test('a wrapper without items is not written', () => {
  const names = list('all', leaf('n'))
  expect([undefined, [], ['', ' ']].map(items => names(items))).toEqual(['', '', ''])
  expect(names(['a', '', 'b'])).toBe('<all><n>a</n><n>b</n></all>')
  expect(branch('x')('')).toBe('')
})

test('an attribute keeps quotes, tabs and line breaks', () => {
  expect(attribute('a')('"1"\t\n\'2\' <3>')).toBe(` a="&quot;1&quot;&#9;&#10;'2' &lt;3&gt;"`)
  expect(attribute('a')(' ')).toBe('')
})

test('only white space is blank, whatever letter begins the text', () => {
  expect(['', ' ', '\u2003', '\ufeff'].every(isBlank)).toBe(true)
  expect(['a', 'Я', '0', '\u00a0x', '漢'].some(isBlank)).toBe(false)
})

test('what is remembered is made once, and the memory stays small', () => {
  let made = 0
  const upper = remembered(text => {
    made++
    return text.toUpperCase()
  })
  expect([upper('a'), upper('a'), made]).toEqual(['A', 'A', 1])
  for (let i = 0; i < 5000; i++) upper(`${i}`)
  expect([upper('a'), made]).toEqual(['A', 5002])
})
