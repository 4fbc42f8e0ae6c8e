/** A row with its times as texts, which is how the contract has them. */
type Dated<Row> = {
  [Key in keyof Row]: Row[Key] extends Date ? string : Row[Key] extends Date | null ? string | null : Row[Key]
}

/** ISO 8601 for each time of the row. Its other fields go out as they are: leave out internal ones first. */
export function dated<Row extends object>(row: Row): Dated<Row> {
  const fields = Object.entries(row).map(([key, value]) => [
    key,
    value instanceof Date ? value.toISOString() : value,
  ])
  return Object.fromEntries(fields) as Dated<Row>
}
