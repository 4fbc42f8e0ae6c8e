export interface LineFigures {
  quantity: string | null
  price: string | null
  amount: string | null
}

/** How a line in 1C differs from the one that was sent to it. */
export interface LineChange {
  kind: 'changed' | 'added' | 'removed'
  /** The platform's id; null for a line that 1C added, and for the delivery. */
  lineId: string | null
  name: string
  before: LineFigures | null
  after: LineFigures | null
}

/** A line as it was sent, with the platform's id of the line behind it. */
export interface SentLine {
  lineId: string | null
  id: string
  article: string | null
  name: string
  kind: 'goods' | 'service'
  quantity: string
  price: string
  amount: string
}
