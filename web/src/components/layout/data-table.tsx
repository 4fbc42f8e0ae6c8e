import type { ListName } from '@obmen/contract'
import { type CSSProperties, Fragment, type ReactNode } from 'react'
import { useListView } from '../../hooks/use-list-view.js'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import classes from './data-table.module.css'
import lineClasses from './two-lines.module.css'

type Words = Readonly<Record<string, string>>

export interface Column<Row, Titles extends Words = Words> {
  /** Its title stands under this key in the table's `titles`. */
  id: keyof Titles & string
  /** The main cell holds the row's link with the class of `rowLink`: the whole row is clickable. */
  cell: (row: Row) => ReactNode
  align?: 'end'
  /** The order that a click on the title asks for; undefined: the column can't be sorted. */
  sort?: { direction: 'ascending' | 'descending' | 'none'; onToggle: () => void }
  /** On a narrow screen: `title` heads the card, `plain` has no column name, `corner` is at the top right. */
  onCard?: 'title' | 'plain' | 'corner'
  width?: string
  /** Can't be hidden: the row's name, its buttons. */
  fixed?: boolean
}

type Key<Row> = (row: Row) => string | number

interface TableProps<Row, Titles extends Words> {
  label: string
  titles: Titles
  columns: readonly Column<Row, Titles>[]
  rows: readonly Row[]
  stale?: boolean
  /** Has many columns: needs more width before it stops being cards. */
  wide?: boolean
  list?: ListName
  /** Lines of a row on a narrow screen: `['number total', 'customer placed']`; other columns are left out. */
  short?: readonly string[]
  across?: (row: Row) => ReactNode
  /** Heads a group of rows, over its first one. */
  above?: (row: Row) => ReactNode
}

type Props<Row, Titles extends Words> = TableProps<Row, Titles> &
  (Row extends { id: string | number } ? { rowKey?: Key<Row> } : { rowKey: Key<Row> })

/** Grid of a short row, with and without the selection checkbox. */
const PLAIN = 'auto minmax(0, 1fr) auto'
const SELECTABLE = `auto ${PLAIN}`

/** Put on the link of a row's first cell: it stretches over the row. */
export const rowLink = classes.rowLink

// biome-ignore-start lint/a11y/noRedundantRoles: display: block takes the implicit roles away
/** A table that becomes cards on a narrow screen; roles are explicit, since CSS removes them there. */
export function DataTable<Row, Titles extends Words>(props: Props<Row, Titles>) {
  const { label, titles, rows, stale, wide, list, short } = props
  const { density, hidden } = useListView(list)
  const columns = props.columns.filter(({ id, fixed }) => fixed || !hidden.includes(id))
  const keyOf: Key<Row> = props.rowKey ?? (row => (row as { id: string }).id)
  const areas = short?.map(line => `"${line}"`).join(' ')
  const card = short?.[0]?.split(' ').length === 4 ? SELECTABLE : PLAIN
  return (
    <div>
      <div className={`${classes.measure} ${wide ? classes.wide : ''}`}>
        <div className={classes.frame} data-stale={stale || undefined}>
          <table
            className={classes.table}
            role="table"
            aria-label={label}
            aria-busy={stale || undefined}
            data-density={density}
            data-short={short && true}
            style={{ '--areas': areas, '--card': card } as CSSProperties}
          >
            <thead role="rowgroup">
              <tr role="row">
                {columns.map(column => (
                  <Heading key={column.id} column={column} title={titles[column.id] ?? ''} />
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map(row => {
                const whole = props.across?.(row)
                const head = props.above?.(row)
                const across = (content: ReactNode) => (
                  <td role="cell" colSpan={columns.length} data-card="across">
                    {content}
                  </td>
                )
                return (
                  <Fragment key={keyOf(row)}>
                    {head && <tr role="row">{across(head)}</tr>}
                    <tr role="row">
                      {whole ? (
                        across(whole)
                      ) : (
                        <Cells row={row} columns={columns} titles={titles} short={short} />
                      )}
                    </tr>
                  </Fragment>
                )
              })}
            </tbody>
          </table>
        </div>
      </div>
    </div>
  )
}

function Heading<Row, Titles extends Words>({
  column,
  title,
}: {
  column: Column<Row, Titles>
  title: string
}) {
  const t = useTexts(texts)
  const { align, sort, width } = column
  return (
    <th role="columnheader" scope="col" data-align={align} aria-sort={sort?.direction} style={{ width }}>
      {sort === undefined ? (
        title
      ) : (
        <button type="button" className={classes.sort} aria-label={t.sortBy(title)} onClick={sort.onToggle}>
          {title}
          <span aria-hidden="true" data-direction={sort.direction} />
        </button>
      )}
    </th>
  )
}

type CellsProps<Row, Titles extends Words> = { row: Row; short: readonly string[] | undefined } & Pick<
  TableProps<Row, Titles>,
  'columns' | 'titles'
>

function Cells<Row, Titles extends Words>({ row, columns, titles, short }: CellsProps<Row, Titles>) {
  const isShort = (id: string) => short?.some(line => line.split(' ').includes(id))
  return columns.map(({ id, align, cell, onCard }) => (
    <td
      key={id}
      role="cell"
      data-align={align}
      data-title={short ? undefined : titles[id]}
      data-card={short ? (isShort(id) ? 'short' : 'none') : (onCard ?? 'named')}
      style={short && { gridArea: id }}
    >
      {short ? cell(row) : <div>{cell(row)}</div>}
    </td>
  ))
}

// biome-ignore-end lint/a11y/noRedundantRoles: as above

/** A long name in two lines (one on a phone), the whole of it on hover. */
export function TwoLines({ children }: { children: string }) {
  return (
    <span className={lineClasses.lines} title={children}>
      {children}
    </span>
  )
}
