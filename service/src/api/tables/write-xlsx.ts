import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Column, Table } from './table.js'

/**
 * An Office Open XML workbook of one sheet. Texts are inline strings, which no spreadsheet reads as formulas.
 */
export function writeXlsx<Row>(table: Table<Row>): Readable {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(content), name)
  const stream = zip.outputStream as Readable
  zip.addReadStreamLazy('xl/worksheets/sheet1.xml', callback => {
    const sheet = Readable.from(writeSheet(table), { objectMode: false })
    // The archive does not forward the errors of its entries.
    sheet.on('error', error => stream.destroy(error))
    callback(null, sheet)
  })
  zip.end()
  zip.on('error', error => stream.destroy(error as Error))
  return stream
}

async function* writeSheet<Row>({ columns, pages, local, more }: Table<Row>): AsyncGenerator<string> {
  const widths = columns.map(
    ({ kind, width = WIDTHS[kind] }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>` +
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" ' +
    `state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`
  yield `<row>${columns.map(({ title }) => textCell(title, HEADING_STYLE)).join('')}</row>`
  let last = 1
  for await (const rows of pages) {
    if (rows !== 'more') last += rows.length
    yield rows === 'more'
      ? `<row>${textCell(more)}</row>`
      : rows.map(row => `<row>${columns.map(column => cellOf(column, row, local)).join('')}</row>`).join('')
  }
  // No list has more columns than the alphabet has letters.
  const corner = `${String.fromCharCode(64 + columns.length)}${last}`
  yield `</sheetData><autoFilter ref="A1:${corner}"/>` +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
}

function cellOf<Row>({ kind, value }: Column<Row>, row: Row, local: (at: Date) => string): string {
  const cell = value(row)
  if (cell === null) return '<c/>'
  if (cell instanceof Date) {
    return numberCell(daysOf(`${local(cell).replace(' ', 'T')}Z`), kind)
  }
  const text = String(cell)
  if (kind === 'day' && DAY.test(text)) return numberCell(daysOf(text), kind)
  if ((kind === 'number' || kind === 'money') && EXACT_NUMBER.test(text)) return numberCell(text, kind)
  return textCell(text, kind === 'sentence' ? STYLES.sentence : 0)
}

function numberCell(number: number | string, kind: Column<unknown>['kind']): string {
  return `<c s="${STYLES[kind]}"><v>${number}</v></c>`
}

/** A moment, or the beginning of a day, in days of a spreadsheet. */
const daysOf = (moment: string): number => Date.parse(moment) / DAY_MS + DAYS_TO_1970

function textCell(text: string, style = 0): string {
  const shown = escapeXml(text.slice(0, MAX_CELL_LENGTH))
  return (
    `<c t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t ` +
    `xml:space="preserve">${shown}</t></is></c>`
  )
}

/** Drops what XML can't contain. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"\r]/g, found => ESCAPES[found]!)
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}
/** Most characters in a cell. */
const MAX_CELL_LENGTH = 32_767
/** Most digits that a spreadsheet doesn't round. */
const EXACT_NUMBER = /^-?\d{1,13}(\.\d{1,2})?$/
const DAY_MS = 86_400_000
/** Spreadsheets count days from 30.12.1899. */
const DAYS_TO_1970 = 25_569
const DAY = /^\d{4}-\d\d-\d\d$/
/** Places in `cellXfs`. */
const STYLES = { text: 0, number: 0, time: 2, money: 3, day: 4, sentence: 5 }
const HEADING_STYLE = 1
const WIDTHS = { text: 18, number: 12, time: 20, money: 15, day: 12, sentence: 70 }

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const PARTS = {
  '[Content_Types].xml':
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default ` +
    'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default ' +
    'Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ' +
    `ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ` +
    `ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ` +
    `ContentType="${TYPES}.styles+xml"/></Types>`,
  '_rels/.rels':
    `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" ` +
    `Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Obmen" sheetId="1" ` +
    'r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" ` +
    `Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" ` +
    'Target="styles.xml"/></Relationships>',
  'xl/styles.xml':
    `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" ` +
    'formatCode="dd.mm.yyyy\\ hh:mm:ss"/><numFmt numFmtId="165" ' +
    'formatCode="dd.mm.yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name ' +
    'val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills ' +
    'count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill ' +
    'patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs ' +
    'count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf fontId="1" applyFont="1"/><xf ' +
    'numFmtId="164" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="165" ' +
    'applyNumberFormat="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>' +
    '</styleSheet>',
}
