/** What is known of packages that a 1C got and did not confirm. Orders have ids of their own here (orderIdSql). Stored as JSON. */
export interface QuarantineState {
  /** Failed packages in a row, while no search is running. */
  failures: number
  /** Orders that all of them contain, the least suspicious first. */
  common: string[]
  search: Search | undefined
}

export interface Search {
  /** As far as is known, at least one of these was refused; the least suspicious first. */
  suspects: string[]
  /** How many suspects, from the first, are sent next. */
  part: number
  /** Failed packages that no isolated order explains, without the orders confirmed since. */
  failed: string[][]
  /** Each the last suspect of a package. They are sent alone, or not at all. */
  isolated: Isolated[]
  /** Orders of failed packages since the search began: these are not added to further parts. */
  given: string[]
  /**
   * What is sent next when only isolated orders are left. rest: everything else. alone: the first of them. control: everything
   * else, even if that is nothing, to see whether this 1C confirms at all at the moment.
   */
  turn: 'rest' | 'alone' | 'control'
  /** The exchange session that got everything else, and whether that was an empty package. */
  control?: { sessionId: number; empty: boolean }
  /** Whether the last package without the isolated orders was confirmed. */
  quiet: boolean
  /** Whether this 1C confirmed an order since the search began. */
  proven: boolean
  /** Whether it confirmed an empty package since then. */
  confirmsEmpty: boolean
  record: ConfirmationRecord
}

/** How reliably a 1C confirms packages that it loads. */
export interface ConfirmationRecord {
  confirmed: number
  /** Packages that were not confirmed although each of their orders was later: a success was lost, or a download. */
  lost: number
}

export interface Isolated {
  id: string
  /** Failed packages attributed to it: their other orders are confirmed, or isolated as well. */
  explains: string[][]
  /** How often it was sent alone and not confirmed, with other packages confirmed before and after. */
  alone: number
  /** The same, since the last package without it. */
  since: number
  /** How often it was sent alone and not confirmed since it was isolated, whatever became of other packages. */
  tries: number
  /** How often a package without it was confirmed between such attempts. */
  controls: number
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

/** How this 1C processes a package. */
export interface ClientBehavior {
  /** How it confirmed before the present search. */
  record: ConfirmationRecord
  /** Failures in a row that start a search; 0: never. */
  after: number
  /** Which orders of an unconfirmed package are suspects: any of them, or only the last (УНФ confirms the others in any case). */
  blames: 'any' | 'last'
}

/** An order to be set aside. */
export interface SetAside {
  id: string
  /** Whether others were confirmed meanwhile, so that this 1C as a whole can't be the cause. */
  proven: boolean
}
