/** Result of one check; with `good: false`, the text says what to do. */
export interface Finding {
  good: boolean
  text: string
}
