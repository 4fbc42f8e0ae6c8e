import type { ListName } from '@obmen/contract'
import type { CSSProperties, ReactNode } from 'react'
import { useListView } from '../../hooks/use-list-view.js'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import classes from './data-table.module.css'
import lineClasses from './two-lines.module.css'

export interface Column<Row> {
  id: string
  title: string
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

interface Props<Row> {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  /** Older rows are still shown while newer ones load. */
  stale?: boolean
  /** Has many columns: needs more width before it stops being cards. */
  wide?: boolean
  /** Whose columns and density each person chooses. */
  list?: ListName
  /** Lines of a row on a narrow screen: `['number total', 'customer placed']`; other columns are left out. */
  short?: readonly string[]
  /** What is shown across the whole row instead of its cells. */
  across?: (row: Row) => ReactNode
}

/** Grid of a short row, with and without the selection checkbox. */
const PLAIN = 'auto minmax(0, 1fr) auto'
const SELECTABLE = `auto ${PLAIN}`

/** Put on the link of a row's first cell: it stretches over the row. */
export const rowLink = classes.rowLink

/** A table that becomes cards on a narrow screen; roles are explicit, since CSS removes them there. */
export function DataTable<Row>({
  label,
  columns: all,
  rows,
  rowKey,
  stale,
  wide,
  list,
  short,
  across,
}: Props<Row>) {
  const t = useTexts(texts)
  const { density, hidden } = useListView(list)
  const columns = all.filter(({ id, fixed }) => fixed || !hidden.includes(id))
  const areas = short?.map(line => `"${line}"`).join(' ')
  const isShort = (id: string) => short?.some(line => line.split(' ').includes(id))
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: display: block takes the implicit roles away
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
            style={
              {
                '--areas': areas,
                '--card': short?.[0]?.split(' ').length === 4 ? SELECTABLE : PLAIN,
              } as CSSProperties
            }
          >
            <thead role="rowgroup">
              <tr role="row">
                {columns.map(({ id, title, align, sort, width }) => (
                  <th
                    key={id}
                    role="columnheader"
                    scope="col"
                    data-align={align}
                    aria-sort={sort?.direction}
                    style={width === undefined ? undefined : { width }}
                  >
                    {sort === undefined ? (
                      title
                    ) : (
                      <button
                        type="button"
                        className={classes.sort}
                        aria-label={t.sortBy(title)}
                        onClick={sort.onToggle}
                      >
                        {title}
                        <span aria-hidden="true" data-direction={sort.direction} />
                      </button>
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map(row => {
                const whole = across?.(row)
                return (
                  <tr key={rowKey(row)} role="row">
                    {whole && (
                      <td role="cell" colSpan={columns.length} data-card="across">
                        {whole}
                      </td>
                    )}
                    {!whole &&
                      columns.map(({ id, title, align, cell, onCard }) => (
                        <td
                          key={id}
                          role="cell"
                          data-align={align}
                          data-title={short ? undefined : title}
                          data-card={short ? (isShort(id) ? 'short' : 'none') : (onCard ?? 'named')}
                          style={short && { gridArea: id }}
                        >
                          {short ? cell(row) : <div>{cell(row)}</div>}
                        </td>
                      ))}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      </div>
    </div>
    // biome-ignore-end lint/a11y/noRedundantRoles: as above
  )
}

/** A long name in two lines (one on a phone), the whole of it on hover. */
export function TwoLines({ children }: { children: string }) {
  return (
    <span className={lineClasses.lines} title={children}>
      {children}
    </span>
  )
}
