import { expect, test } from 'vitest'
import { attribute, branch, cached, escapeText, isBlank, leaf, list } from './xml-writer.js'

test('markup is escaped once, and ]]> never appears', () => {
  expect(escapeText('R&D <b> ]]>')).toBe('R&amp;D &lt;b&gt; ]]&gt;')
  expect(escapeText('&quot;')).toBe('&amp;quot;')
})

test('control characters, also those of Latin-1, and non-characters are removed', () => {
  expect(escapeText('a\u0000b\u000bc\u001bd\u007fe\u0085f\u0098g\ufffeh\uffffi')).toBe('abcdefghi')
  expect(escapeText('a\ufdd0b\u{1ffff}c\u{10fffe}d\u{1fffd}')).toBe('abcd\u{1fffd}')
})

test('tabs and line breaks stay; a carriage return survives as a reference', () => {
  expect(escapeText('a\tb\nc\rd')).toBe('a\tb\nc&#13;d')
})

test('half of a surrogate pair becomes a reference to U+FFFD, a whole pair stays', () => {
  expect(escapeText('a\ud83d')).toBe('a&#65533;')
  expect(escapeText('\ude00b\ud83dc')).toBe('&#65533;b&#65533;c')
  expect(escapeText('😀')).toBe('😀')
})

test('U+FFFD is never written itself: БП and УНФ take it for a sign of a wrong encoding', () => {
  expect(escapeText('до\ufffdпосле')).toBe('до&#65533;после')
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

test('what is cached is made once, and the memory stays small', () => {
  let made = 0
  const upper = cached(text => {
    made++
    return text.toUpperCase()
  })
  expect([upper('a'), upper('a'), made]).toEqual(['A', 'A', 1])
  for (let i = 0; i < 5000; i++) upper(`${i}`)
  expect([upper('a'), made]).toEqual(['A', 5002])
})
