/** The text of an XML file in the encoding that its first line declares; UTF-8 without one. */
export function decodeXml(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^[^<]*<\?xml[^>]*\sencoding=["']([\w-]+)["']/.exec(start)?.[1] ?? 'utf-8'
  return new TextDecoder(/^windows-1251$/i.test(declared) ? 'windows-1251' : 'utf-8').decode(bytes)
}
