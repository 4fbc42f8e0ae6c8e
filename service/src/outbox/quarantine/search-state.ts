/** What is known of packages that a 1C got and did not confirm. Orders have an id of their own here, one per revision. */
export interface QuarantineState {
  /** Failed packages in a row, while no search is running. */
  failures: number
  /** Orders that all of them contain, the least suspicious first. */
  common: string[]
  search: Search | undefined
}

export interface Search {
  /** At least one of them was refused, as far as is known; the least suspicious first. */
  suspects: string[]
  /** How many suspects, from the first, are sent next. */
  part: number
  /** Failed packages that no isolated order explains, without what was confirmed since. */
  failed: string[][]
  /** The last suspects of their packages. They are sent alone, or not at all. */
  isolated: Isolated[]
  /** Sent in vain since the search began: these are not added to further parts. */
  given: string[]
  /**
   * What is sent next when only isolated orders are left. rest: everything else. alone: the first of them. control: everything
   * else, even if that is nothing, to see whether this 1C confirms at all at the moment.
   */
  turn: 'rest' | 'alone' | 'control'
  /** The exchange session that got the control, and whether that was an empty package. */
  control?: { sessionId: number; empty: boolean }
  /** Whether this 1C confirmed an order since the search began. */
  proven: boolean
  /** How often an order was confirmed that seemed to be the one: then the network is bad, or a success was lost. */
  contradictions: number
}

export interface Isolated {
  id: string
  /** How often it was sent alone and not confirmed. */
  alone: number
  /** After that this 1C confirmed something else: one more failure is enough. */
  controlled?: true
  /** It was set aside before and is tried again: one failure is enough. */
  again?: true
}

/** An order of a package. */
export interface PackageOrder {
  id: string
  /** The higher, the more suspicious. */
  suspicion: number
}

export const NOTHING_FAILED: QuarantineState = {
  failures: 0,
  common: [],
  search: undefined,
}

/** What the next package contains. */
export type Plan =
  /** Everything owed. */
  | { kind: 'all' }
  /** These, and everything else owed except `except`. */
  | { kind: 'part'; ids: string[]; of: number; except: string[] }
  /** Everything owed except `except`. */
  | { kind: 'rest'; except: string[]; control: boolean }
  | { kind: 'alone'; id: string; again: boolean }
