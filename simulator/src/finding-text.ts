export interface FindingText {
  /** Its number in the list of traps (README); 0 = none of them. */
  trap: number
  text: string
  remedy: string
}
