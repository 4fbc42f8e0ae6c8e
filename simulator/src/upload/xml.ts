/** Content of an element: text, or elements already written. */
export type Xml = { readonly xml: string }

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, character => ESCAPES[character]!)
}

/** An element with text or child elements; undefined ones are omitted. */
export function element(
  name: string,
  content: string | readonly (Xml | undefined)[],
  attributes: Readonly<Record<string, string>> = {},
): Xml {
  const inner = typeof content === 'string' ? escapeText(content) : joinXml(content).xml
  const start =
    name +
    Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${value}"`)
      .join('')
  return { xml: inner === '' ? `<${start}/>` : `<${start}>${inner}</${name}>` }
}

function joinXml(elements: readonly (Xml | undefined)[]): Xml {
  return { xml: elements.map(one => one?.xml ?? '').join('') }
}

/** `<ЗначенияРеквизитов>` with these values; undefined if there are none. */
export function requisites(values: Readonly<Record<string, string | undefined>>): Xml | undefined {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined)
  if (given.length === 0) return undefined
  return element(
    'ЗначенияРеквизитов',
    given.map(([name, value]) =>
      element('ЗначениеРеквизита', [element('Наименование', name), element('Значение', value)]),
    ),
  )
}

/** A whole file, with the root element of CommerceML. */
export function commerceMl(
  { namespace, version, formedAt }: { namespace: string; version: string; formedAt: string },
  content: readonly Xml[],
): Buffer {
  const attributes = { xmlns: namespace, ВерсияСхемы: version, ДатаФормирования: formedAt }
  const { xml } = element('КоммерческаяИнформация', content, attributes)
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`)
}
