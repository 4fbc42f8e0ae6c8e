import { expect, test } from 'vitest'
import { formatXml } from './format-xml.js'

test('elements get lines of their own, a leaf keeps its text beside it', () => {
  const xml = '<?xml version="1.0"?><А><Б>1</Б><В/><Г><Д>два слова</Д></Г></А>'
  expect(formatXml(xml)).toBe(
    '<?xml version="1.0"?>\n<А>\n  <Б>1</Б>\n  <В/>\n  <Г>\n    <Д>два слова</Д>\n  </Г>\n</А>',
  )
})

test('text is shown as it is: spaces at its edges, entities, CDATA', () => {
  expect(formatXml('<А><Б> x &amp; y </Б><В><![CDATA[<не тег>]]></В></А>')).toBe(
    '<А>\n  <Б> x &amp; y </Б>\n  <В><![CDATA[<не тег>]]></В>\n</А>',
  )
})

test('what was indented before is not indented twice', () => {
  const once = formatXml('<А>\n      <Б>1</Б>\n</А>')
  expect(once).toBe('<А>\n  <Б>1</Б>\n</А>')
  expect(formatXml(once)).toBe(once)
})

test('an answer cut in the middle is shown to its last character', () => {
  expect(formatXml('<А><Б>1</Б><В')).toContain('<В')
})

test('an empty element with two tags stays on one line', () => {
  expect(formatXml('<А><Б></Б></А>')).toBe('<А>\n  <Б></Б>\n</А>')
})
