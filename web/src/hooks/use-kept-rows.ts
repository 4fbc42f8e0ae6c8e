import { useEffect, useRef, useState } from 'react'
import { TAKE_BACK_MS } from './use-take-back.js'

/**
 * A row that was dealt with stays in its place until the pointer leaves the table (`leave`) or ten seconds
 * pass, so
 * that no other one slides under a second click.
 */
export function useKeptRows<Row>(listed: readonly Row[], keyOf: (row: Row) => string | number) {
  const [kept, setKept] = useState<readonly { row: Row; at: number }[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const rows = [...listed]
  const placeOf = (row: Row) => rows.findIndex(other => keyOf(other) === keyOf(row))
  for (const { row, at } of kept.toSorted((one, other) => one.at - other.at))
    if (placeOf(row) < 0) rows.splice(at, 0, row)

  const leave = () => setKept([])
  function keep(changed: readonly Row[]): void {
    const now = changed.map(row => ({ row, at: placeOf(row) }))
    const isOther = (row: Row) => !changed.some(one => keyOf(one) === keyOf(row))
    setKept(before => [...before.filter(({ row }) => isOther(row)), ...now])
    clearTimeout(timer.current)
    timer.current = setTimeout(leave, TAKE_BACK_MS)
  }
  return { rows, keep, leave, isKept: (row: Row) => !listed.includes(row) }
}
