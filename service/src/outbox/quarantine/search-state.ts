/** What is known of packages that a 1C took and did not confirm. Orders are told apart by an id of their own, a revision each. */
export interface QuarantineState {
  /** Packages in a row that failed, while no search is on. */
  failures: number
  /** What they have in common, the least suspicious first. */
  common: string[]
  search: Search | undefined
}

export interface Search {
  /** One of them at least was refused, as far as is known; the least suspicious first. */
  suspects: string[]
  /** So many of the suspects, from the first, go next. */
  part: number
  /** Failed packages that no isolated order explains, without what was confirmed since. */
  failed: string[][]
  /** Orders that are the last suspects of their package. They go alone, or not at all. */
  isolated: Isolated[]
  /** Given in vain since the search began: these don't go with further parts. */
  given: string[]
  /**
   * What goes next once there are only isolated orders. rest: everything else. alone: the first of them. control: everything else, be
   * it nothing, to see whether this 1C confirms at all just now.
   */
  turn: 'rest' | 'alone' | 'control'
  /** The exchange session that was given the control, and whether that was an empty package. */
  control?: { sessionId: number; empty: boolean }
  /** Whether this 1C confirmed an order since the search began. */
  proven: boolean
  /** How often an order was confirmed that was as good as found: then the net is bad, or a success was lost. */
  contradictions: number
}

export interface Isolated {
  id: string
  /** How often it was given alone and not confirmed. */
  alone: number
  /** After that this 1C confirmed something else: one more failure is enough. */
  controlled?: true
  /** It was set aside before and is tried again: one failure is enough. */
  again?: true
}

/** An order of a package. */
export interface Given {
  id: string
  /** The higher, the more it is suspected. */
  suspicion: number
}

export const NOTHING_FAILED: QuarantineState = {
  failures: 0,
  common: [],
  search: undefined,
}

/** What the next package holds. */
export type Plan =
  /** Whatever is owed. */
  | { kind: 'all' }
  /** These, and what else is owed but `except`. */
  | { kind: 'part'; ids: string[]; of: number; except: string[] }
  /** Whatever is owed but `except`. */
  | { kind: 'rest'; except: string[]; control: boolean }
  | { kind: 'alone'; id: string; again: boolean }
