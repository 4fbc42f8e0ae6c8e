import { ELEMENTS } from '../model/names.js'
import type { SchemaVersion } from '../model/parts.js'
import { type Encoding, encodingLabel } from '../xml/encoding.js'
import { attribute } from '../xml/xml-writer.js'

/** What surrounds the documents of a file. */
export interface EnvelopeOptions {
  /** Attribute `ВерсияСхемы`. */
  schemaVersion: SchemaVersion
  /** Attribute `ДатаФормирования`: local time, `2026-11-17T12:15:07`. */
  createdAt: string
  encoding: Encoding
}

/**
 * The beginning of a file: XML declaration and the opening tag `КоммерческаяИнформация`. No namespace: with
 * one that it knows 1C switches to typed reading and loses documents. With `utf-8-bom` the text begins with
 * U+FEFF, which `encodeText` turns into the three bytes of the mark.
 *
 * @example
 * writeEnvelopeStart({ schemaVersion: '2.08', createdAt: '2026-11-17T12:15:07', encoding: 'utf-8' })
 */
export function writeEnvelopeStart({ schemaVersion, createdAt, encoding }: EnvelopeOptions): string {
  const mark = encoding === 'utf-8-bom' ? '\uFEFF' : ''
  const attributes = version(schemaVersion) + created(createdAt)
  return (
    `${mark}<?xml version="1.0" ` +
    `encoding="${encodingLabel(encoding)}"?>\n<${ELEMENTS.root}${attributes}>\n`
  )
}

export function writeEnvelopeEnd(): string {
  return `</${ELEMENTS.root}>\n`
}

const version = attribute(ELEMENTS.schemaVersion)
const created = attribute(ELEMENTS.createdAt)
