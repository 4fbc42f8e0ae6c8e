export interface FindingText {
  /** Its number in the list of traps (README); 0: not among them. */
  trap: number
  text: string
  remedy: string
}
