import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CommercemlError } from '../model/commerceml-error.js'
import type { XmlNode } from './xml-node.js'
import { createXmlReader } from './xml-reader.js'

const LIMITS = { maxDepth: 64, maxAttributes: 256, maxTextLength: 1_000_000, maxDocumentNodes: 1_000_000 }

/** Everything that is read of a file in pieces of that many characters. */
function read(xml: string, size: number): unknown {
  const found: XmlNode[] = []
  const reader = createXmlReader(
    { root: () => undefined, isCollected: () => true, node: node => void found.push(node) },
    LIMITS,
  )
  try {
    for (let at = 0; at < xml.length; at += size) reader.write(xml.slice(at, at + size))
    reader.close()
    return found
  } catch (error) {
    if (!(error instanceof CommercemlError)) throw error
    const { code, line, column, path } = error
    return { found, code, line, column, path }
  }
}

const name = fc.constantFrom('Товар', 'Ид', 'a', 'ns:Имя', 'Ёж', 'x-1.2', 'ї')
const text = fc.oneof(
  fc.constantFrom(
    ...'| |\n\t|\r\n|\r|Аренда|a & b|&amp;|&lt;&gt;|&#1040;|&nbsp;|]]>|]|>|😀|\u0007|\ufffe'.split('|'),
  ),
  fc.string({ maxLength: 8 }),
)
const attribute = fc
  .tuple(
    name,
    fc.constantFrom('1', 'шт', '', 'a&amp;b', '\t', "'", '<', '>'),
    fc.constantFrom(' ', '  ', '\n', ''),
  )
  .map(([key, value, space]) => `${space}${key}="${value}"`)
const token = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(name, fc.array(attribute, { maxLength: 3 }))
      .map(([of, all]) => `<${of}${all.join('')}>`),
  },
  { weight: 4, arbitrary: name.map(of => `</${of}>`) },
  { weight: 4, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc.constantFrom('<!-- -->', '<![CDATA[<x>]]>', '<?pi?>', '<', '<//>', '<a/ >', '<a b=1>'),
  },
)
const goodText = fc.constantFrom(
  ...['', ' ', '\n\t', '\r\n', '\r', 'Аренда', 'a &amp; b', '&lt;&gt;', '&#1040;', '>', '😀', ']'],
)
const goodAttributes = fc.constantFrom(
  '',
  ' Код="796 "',
  ' xml:lang="ru" a="&quot;"',
  "\nб='1'",
  ' a="\r\n\t"',
)
const element: fc.Arbitrary<string> = fc.letrec<{ element: string }>(tie => ({
  element: fc
    .tuple(
      name,
      goodAttributes,
      fc.array(fc.oneof({ depthSize: 'small' }, goodText, tie('element')), { maxLength: 6 }),
    )
    .map(([of, attributes, inside]) =>
      inside.length === 0 ? `<${of}${attributes}/>` : `<${of}${attributes}>${inside.join('')}</${of}>`,
    ),
})).element

test('a file cut anywhere gives the same trees, the same errors in the same places', () => {
  let wellFormed = 0
  const content = fc.oneof(
    fc.array(element, { maxLength: 4 }).map(all => `\r\n${all.join('\n')}`),
    fc.array(token, { maxLength: 14 }).map(all => all.join('')),
  )
  fc.assert(
    fc.property(content, xml => {
      const file = `<Корень>${xml}</Корень>`
      const slowly = read(file, 1)
      expect(read(file, file.length)).toEqual(slowly)
      expect(read(file, 9)).toEqual(slowly)
      if (Array.isArray(slowly) && slowly.length > 0) wellFormed++
    }),
    { numRuns: 1500 },
  )
  expect(wellFormed).toBeGreaterThan(150)
})
